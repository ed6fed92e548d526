import { existsSync } from 'node:fs';
import { mkdir, rm, symlink } from 'node:fs/promises';
import { join } from 'node:path';
import { CannotStart } from '../../stack/cannot-start.js';
import { run } from '../../stack/processes/run.js';

/** Bytes that the filler leaves free: less than any file that the disk's user makes next. */
const LEFT_BYTES = 64 * 1024;
const FILLER = 'filler';

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

  /** Takes all the room that is left, but for a few kilobytes. */
  async fill(): Promise<void> {
    const free = Number(await did('stat', ['-f', '-c', '%a', this.place]));
    const block = Number(await did('stat', ['-f', '-c', '%S', this.place]));
    await did('fallocate', [
      '-l',
      String(Math.max(free * block - LEFT_BYTES, block)),
      join(this.place, FILLER),
    ]);
  }

  /** Gives the room back. */
  async free(): Promise<void> {
    await rm(join(this.place, FILLER), { force: true });
  }

  async unmount(): Promise<void> {
    if (existsSync(this.place)) await did('umount', [this.place]);
  }
}
