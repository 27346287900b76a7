import { versionFrom } from '../processes.ts';
import type { ServerUnderTest } from '../server-under-test.ts';

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
const goBuild = {
  GO111MODULE: 'off',
  GOPATH: '/usr/share/gocode',
  GOCACHE: new URL('../.cache/go', import.meta.url).pathname,
};

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

export const goServers = [goNetHttp, goRsCors];
