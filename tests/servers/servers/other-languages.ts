import { pythonVersion, versionFrom } from '../processes.ts';
import type { ServerUnderTest } from '../server-under-test.ts';

const python = '/usr/bin/python3';

/** "Django 3.2.25, django-cors-headers 3.14.0"; null where one is missing. */
function pythonVersions(modules: readonly (readonly [title: string, module: string])[]): string | null {
  const versions = modules.map(([title, module]) => [title, pythonVersion(module)] as const);
  return versions.some(([, version]) => version === null) ? null : versions.map((pair) => pair.join(' ')).join(', ');
}

const django: ServerUnderTest = {
  id: 'django',
  packages: ['python3-django', 'python3-django-cors-headers'],
  version: () =>
    versionFrom(
      python,
      [
        '-c',
        'import corsheaders, django; from importlib.metadata import version; print("Django", django.__version__ + ", django-cors-headers", version("django-cors-headers"))',
      ],
      /^(.+)/,
    ),
  setup: ({ port }, parts) => ({
    files: {
      'settings.py': `SECRET_KEY = "for this test only"
DEBUG = False
ALLOWED_HOSTS = ["localhost"]
ROOT_URLCONF = "urls"
INSTALLED_APPS = []
MIDDLEWARE = ["django.middleware.common.CommonMiddleware"]
${parts?.[0] ?? ''}`,
      'urls.py': `import json
from django.http import HttpResponseNotAllowed, JsonResponse
from django.urls import path

def items(request):
    if request.method != "GET":
        return HttpResponseNotAllowed(["GET"])
    response = JsonResponse({"cookie": request.COOKIES.get("session") == "1"})
    response["X-Total"] = "3"
    return response

def item(request):
    if request.method != "PUT":
        return HttpResponseNotAllowed(["PUT"])
    return JsonResponse({"name": json.loads(request.body)["name"]})

def error(request):
    raise Exception("on purpose")

urlpatterns = [path("api/items", items), path("api/items/1", item), path("api/error", error)]
`,
    },
    command: [python, '-m', 'django', 'runserver', '--noreload', `127.0.0.1:${port}`],
    env: { DJANGO_SETTINGS_MODULE: 'settings', PYTHONPATH: '.', PYTHONDONTWRITEBYTECODE: '1' },
  }),
};

const flask: ServerUnderTest = {
  id: 'flask',
  packages: ['python3-flask', 'python3-flask-cors'],
  version: () =>
    pythonVersions([
      ['Flask', 'flask'],
      ['Flask-CORS', 'flask_cors'],
    ]),
  setup: ({ port }, parts) => ({
    files: {
      'server.py': `from flask import Flask, jsonify, request

app = Flask(__name__)
${parts?.[0] ?? ''}
@app.get("/api/items")
def items():
    response = jsonify(cookie=request.cookies.get("session") == "1")
    response.headers["X-Total"] = "3"
    return response

@app.put("/api/items/1")
def item():
    return jsonify(name=request.get_json()["name"])

@app.get("/api/error")
def error():
    raise Exception("on purpose")
`,
    },
    command: [python, '-m', 'flask', '--app', 'server', 'run', '--port', String(port)],
    env: { PYTHONDONTWRITEBYTECODE: '1' },
  }),
};

const fastapi: ServerUnderTest = {
  id: 'fastapi',
  packages: ['python3-fastapi', 'python3-uvicorn'],
  version: () =>
    pythonVersions([
      ['FastAPI', 'fastapi'],
      ['Uvicorn', 'uvicorn'],
    ]),
  setup: ({ port }, parts) => ({
    files: {
      'server.py': `from fastapi import FastAPI, Request, Response

app = FastAPI()

@app.get("/api/items")
def items(request: Request, response: Response):
    response.headers["X-Total"] = "3"
    return {"cookie": request.cookies.get("session") == "1"}

@app.put("/api/items/1")
async def item(request: Request):
    return {"name": (await request.json())["name"]}

@app.get("/api/error")
def error():
    raise Exception("on purpose")

${parts?.[0] ?? ''}`,
    },
    command: [python, '-m', 'uvicorn', 'server:app', '--port', String(port)],
    env: { PYTHONDONTWRITEBYTECODE: '1' },
  }),
};

function goSource(port: number, imports: string, above: string, handler: string): string {
  return `package main

import (
	"encoding/json"
	"net/http"
)
${imports}
${above}
func answer(w http.ResponseWriter, status int, body interface{}) {
	w.Header().Set("Content-Type", "application/json")
	w.Header().Set("X-Total", "3")
	w.WriteHeader(status)
	json.NewEncoder(w).Encode(body)
}

func main() {
	mux := http.NewServeMux()
	mux.HandleFunc("/api/items", func(w http.ResponseWriter, r *http.Request) {
		if r.Method != "GET" {
			http.Error(w, "no", 405)
			return
		}
		cookie, err := r.Cookie("session")
		answer(w, 200, map[string]bool{"cookie": err == nil && cookie.Value == "1"})
	})
	mux.HandleFunc("/api/items/1", func(w http.ResponseWriter, r *http.Request) {
		if r.Method != "PUT" {
			http.Error(w, "no", 405)
			return
		}
		var body map[string]string
		json.NewDecoder(r.Body).Decode(&body)
		answer(w, 200, map[string]string{"name": body["name"]})
	})
	mux.HandleFunc("/api/error", func(w http.ResponseWriter, r *http.Request) { http.Error(w, "on purpose", 500) })
	${handler}
	http.ListenAndServe("localhost:${port}", handler)
}
`;
}

const without = 'var handler http.Handler = mux';
const goBuild = { GO111MODULE: 'off', GOPATH: '/usr/share/gocode', GOCACHE: new URL('../.cache/go', import.meta.url).pathname };

function goServer(
  id: 'go-net-http' | 'go-rs-cors',
  packages: readonly string[],
  version: () => string | null,
  source: (port: number, parts: readonly string[] | null) => string,
): ServerUnderTest {
  return {
    id,
    packages,
    version,
    setup: ({ port }, parts) => ({
      files: { 'main.go': source(port, parts) },
      build: [['go', 'build', '-o', 'server', 'main.go']],
      command: ['./server'],
      env: goBuild,
    }),
  };
}

const goVersion = () => versionFrom('go', ['version'], /go version go(\S+)/)?.replace(/^/, 'Go ') ?? null;

const goNetHttp = goServer('go-net-http', ['golang-go'], goVersion, (port, parts) =>
  goSource(port, '', parts?.[0] ?? '', parts?.[1] ?? without),
);

const goRsCors = goServer(
  'go-rs-cors',
  ['golang-go', 'golang-github-rs-cors-dev'],
  () => {
    const library = versionFrom('dpkg-query', ['-W', 'golang-github-rs-cors-dev'], /\t([\d.]+)/);
    const go = goVersion();
    return library === null || go === null ? null : `${go}, rs/cors ${library}`;
  },
  (port, parts) => goSource(port, parts?.[0] ?? '', '', parts?.[1] ?? without),
);

const rails: ServerUnderTest = {
  id: 'rails',
  packages: ['ruby-railties', 'ruby-actionpack', 'ruby-rack-cors', 'ruby-webrick'],
  version: () =>
    versionFrom(
      'ruby',
      [
        '-e',
        'require "rails"; require "rack/cors"; require "rack/cors/version"; require "webrick"; puts "Rails #{Rails.version}, rack-cors #{Rack::Cors::VERSION}"',
      ],
      /^(.+)/,
    ),
  setup: ({ port }, parts) => ({
    files: {
      'server.rb': `require 'action_controller/railtie'
require 'rack/handler/webrick'

class Api < Rails::Application
  config.root = __dir__
  config.eager_load = false
  config.consider_all_requests_local = false
  config.secret_key_base = 'for this test only'
  config.hosts.clear
  config.logger = Logger.new(nil)
end

class ItemsController < ActionController::API
  def index
    response.headers['X-Total'] = '3'
    render json: { cookie: request.cookies['session'] == '1' }
  end

  def update
    render json: { name: JSON.parse(request.raw_post)['name'] }
  end

  def error
    raise 'on purpose'
  end
end

Api.initialize!
Api.routes.draw do
  get '/api/items', to: 'items#index'
  put '/api/items/1', to: 'items#update'
  get '/api/error', to: 'items#error'
end
Rack::Handler::WEBrick.run(Api, Host: 'localhost', Port: ${port}, AccessLog: [])
`,
      ...(parts === null ? {} : { 'config/initializers/cors.rb': parts[0] ?? '' }),
    },
    command: ['ruby', 'server.rb'],
    env: { RAILS_ENV: 'production' },
  }),
};

export const otherLanguages = [django, flask, fastapi, goNetHttp, goRsCors, rails];
