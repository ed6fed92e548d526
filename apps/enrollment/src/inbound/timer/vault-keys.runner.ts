import {
  Injectable,
  Logger,
  type BeforeApplicationShutdown,
  type OnApplicationBootstrap,
} from '@nestjs/common';
import { RewrapKeysWhenVaultKeyChanged } from '../../use-cases/rewrap-keys-when-vault-key-changed.js';

/** What could not be done for want of a database is tried again. */
const RETRY_MS = 60_000;

/** Wraps the keys of persons anew beside all other work, from the start, where the vault's key is being changed. */
@Injectable()
export class VaultKeysRunner implements OnApplicationBootstrap, BeforeApplicationShutdown {
  private readonly log = new Logger('VaultKeys');
  private timer: NodeJS.Timeout | null = null;
  private running: Promise<void> = Promise.resolve();
  private isStopping = false;

  constructor(private readonly rewrapKeys: RewrapKeysWhenVaultKeyChanged) {}

  onApplicationBootstrap(): void {
    if (this.rewrapKeys.isDue) this.running = this.work();
  }

  async beforeApplicationShutdown(): Promise<void> {
    this.isStopping = true;
    if (this.timer) clearTimeout(this.timer);
    await this.running;
  }

  private async work(): Promise<void> {
    try {
      const keys = await this.rewrapKeys.handle(() => !this.isStopping);
      if (this.isStopping) return;
      this.log.log({ msg: 'the keys of all persons are wrapped under NIK_VAULT_KEY', wrappedAnew: keys });
    } catch (error) {
      this.log.error({ msg: 'keys are still wrapped under another key; it is tried again', err: error });
      if (!this.isStopping) this.timer = setTimeout(() => (this.running = this.work()), RETRY_MS);
    }
  }
}
