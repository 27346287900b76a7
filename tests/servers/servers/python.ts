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

export const pythonServers = [django, flask, fastapi];
