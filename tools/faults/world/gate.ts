import { Transform, type TransformCallback } from 'node:stream';
import type { Chance } from '../../sample/chance/chance.js';

/** What befalls the bytes of one direction. */
export interface Weather {
  /** Nothing passes, and nobody is told. */
  isStalled: boolean;
  /** Each chunk comes later by up to so much; their order stays. */
  delayUpToMs: number;
}

/** One direction of one connection, through which bytes pass as the weather lets them. */
export class Gate extends Transform {
  private held: (() => void) | null = null;

  constructor(
    private readonly weather: Weather,
    private readonly chance: Chance,
  ) {
    super();
  }

  override _transform(chunk: Buffer, _encoding: BufferEncoding, done: TransformCallback): void {
    const pass = () => done(null, chunk);
    if (this.weather.isStalled) this.held = pass;
    else if (this.weather.delayUpToMs > 0) setTimeout(pass, this.chance.between(0, this.weather.delayUpToMs));
    else pass();
  }

  /** The stall is over: what was held goes on. */
  letGo(): void {
    const pass = this.held;
    this.held = null;
    pass?.();
  }
}
