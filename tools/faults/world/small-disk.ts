import { existsSync } from 'node:fs';
import { mkdir, rm, statfs, symlink } from 'node:fs/promises';
import { join } from 'node:path';
import { CannotStart } from '../../stack/cannot-start.js';
import { run } from '../../stack/processes/run.js';

/** The large part of the room is taken at once; what is left, which the disk needs to keep account of that, byte by byte. */
const LAST_BYTES = 64 * 1024 * 1024;
const FILLERS = ['filler', 'last-filler'] as const;

const did = async (program: string, args: readonly string[]): Promise<string> => {
  const { succeeded, output } = await run(program, args);
  if (!succeeded)
    throw new CannotStart(
      `A disk of its own cannot be mounted here (${program}: ${output.trim()}), so it cannot be filled. Run as root where loop devices are allowed, or leave this fault out with --only.`,
    );
  return output.trim();
};

/** A file system of its own in a file: small enough to be filled without hurting anybody else. */
export class SmallDisk {
  private constructor(private readonly place: string) {}

  /** Makes it and mounts it at `place`, which is made. Its room in the file beneath is taken only as it is used. */
  static async mount(place: string, mebibytes: number): Promise<SmallDisk> {
    const image = `${place}.image`;
    await mkdir(place, { recursive: true });
    await did('truncate', ['-s', `${mebibytes}M`, image]);
    await did('mkfs.ext4', ['-q', '-F', '-m', '0', image]);
    await did('mount', ['-o', 'loop', image, place]);
    return new SmallDisk(place);
  }

  /** Moves a folder that nobody uses yet onto the disk; under its old name it is found as before. */
  async take(folder: string): Promise<void> {
    const here = join(this.place, 'contents');
    await did('cp', ['-a', folder, here]);
    await rm(folder, { recursive: true });
    await symlink(here, folder);
  }

  /** Takes all the room that is left, to the last block. */
  async fill(): Promise<void> {
    const [large, last] = FILLERS.map((name) => join(this.place, name));
    const { bavail, bsize } = await statfs(this.place);
    await run('fallocate', ['-l', String(Math.max(bavail * bsize - LAST_BYTES, bsize)), large!]);
    await run('dd', ['if=/dev/zero', `of=${last}`, 'bs=64k']);
    await run('dd', ['if=/dev/zero', `of=${last}`, 'bs=4k', 'oflag=append', 'conv=notrunc']);
    if ((await statfs(this.place)).bavail * bsize > LAST_BYTES)
      throw new Error(`${this.place} was not filled`);
  }

  /** Gives the room back. */
  async free(): Promise<void> {
    for (const name of FILLERS) await rm(join(this.place, name), { force: true });
  }

  async unmount(): Promise<void> {
    if (existsSync(this.place)) await did('umount', [this.place]);
  }
}
