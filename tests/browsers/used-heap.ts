/** What is needed of a session with Chromium's remote protocol, whoever made it. */
interface HeapSession {
  send(method: 'HeapProfiler.enable' | 'HeapProfiler.collectGarbage'): Promise<unknown>;
  send(method: 'Runtime.getHeapUsage'): Promise<{ readonly usedSize: number }>;
}

/** Bytes of live JavaScript objects in the heap that a document or worker lives in, after a collection. */
export async function usedHeap(session: HeapSession): Promise<number> {
  await session.send('HeapProfiler.enable');
  await session.send('HeapProfiler.collectGarbage');
  return (await session.send('Runtime.getHeapUsage')).usedSize;
}
