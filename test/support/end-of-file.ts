type Work = () => unknown;

const works: Work[] = [];

/**
 * Does this when the last test of the file that runs is over, the latest first. A hook where this
 * module is loaded would be the first file's alone: files share it.
 */
export function atEndOfFile(work: Work): void {
  works.push(work);
}

/** For `setup.ts`, which every file runs anew. */
export async function endFile(): Promise<void> {
  for (const work of works.splice(0).toReversed()) {
    // oxlint-disable-next-line no-await-in-loop -- in this order: a bot closes before its folder goes
    await work();
  }
}
