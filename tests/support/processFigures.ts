import { readdir, readFile, readlink } from 'node:fs/promises';

/** Resident memory in MB (proc(5): VmRSS). */
export async function residentMb(pid: number): Promise<number> {
  const status = await readFile(`/proc/${pid}/status`, 'utf8');
  const kilobytes = Number(/^VmRSS:\s+(\d+) kB$/m.exec(status)?.[1]);
  if (!kilobytes) throw new Error(`process ${pid} shows no resident memory`);
  return Number((kilobytes / 1024).toFixed(1));
}

/** Open file descriptors, and how many of them are sockets. */
export async function openFiles(pid: number): Promise<{ all: number; sockets: number }> {
  const names = await readdir(`/proc/${pid}/fd`);
  // One that closed since it was listed leads nowhere.
  const targets = await Promise.all(names.map((name) => readlink(`/proc/${pid}/fd/${name}`).catch(() => '')));
  const open = targets.filter(Boolean);
  return { all: open.length, sockets: open.filter((target) => target.startsWith('socket:')).length };
}

export async function childrenOf(parent: number): Promise<number[]> {
  const threads = await readdir(`/proc/${parent}/task`);
  const lists = await Promise.all(
    threads.map((id) => readFile(`/proc/${parent}/task/${id}/children`, 'utf8')),
  );
  return lists.flatMap((list) => list.split(' ').filter(Boolean).map(Number));
}
