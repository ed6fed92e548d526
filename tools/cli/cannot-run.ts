/** A command cannot do its work, and the message tells a person why and what to do. */
export class CannotRun extends Error {
  override readonly name = 'CannotRun';
}
