/** What a probe found. */
export interface Verdict {
  readonly ok: boolean;
  /** For people, without secrets: anyone may read it. */
  readonly detail: string;
  /** Since when it is so, RFC 3339. */
  readonly since?: string;
}

/** Something that can say whether it lives (else the process is to be started again) and whether it is ready to work. */
export interface Probe {
  readonly name: string;
  live?(): Verdict;
  ready?(): Verdict | Promise<Verdict>;
}

/** All verdicts together: good when each is. */
export interface HealthReport {
  readonly ok: boolean;
  readonly probes: readonly ({ readonly name: string } & Verdict)[];
}

/** Who asks gives up within seconds; a probe that hangs is an answer, too. */
const PROBE_TIMEOUT_MS = 2_000;

const STOPPING = { name: 'shutdown', ok: false, detail: 'the service is stopping' };

const reportOf = (probes: HealthReport['probes']): HealthReport => ({
  ok: probes.every(({ ok }) => ok),
  probes,
});

const failed = (error: unknown): Verdict => ({
  ok: false,
  detail: `the probe failed: ${error instanceof Error ? error.name : typeof error}`,
});

const late = (): Verdict => ({ ok: false, detail: `no answer within ${PROBE_TIMEOUT_MS} ms` });

const within = async (verdict: Promise<Verdict>): Promise<Verdict> => {
  const { promise, resolve } = Promise.withResolvers<Verdict>();
  const timer = setTimeout(() => resolve(late()), PROBE_TIMEOUT_MS);
  try {
    return await Promise.race([verdict, promise]);
  } catch (error) {
    return failed(error);
  } finally {
    clearTimeout(timer);
  }
};

const liveVerdict = (probe: Probe): Verdict | null => {
  try {
    return probe.live?.() ?? null;
  } catch (error) {
    return failed(error);
  }
};

/** Where the parts of a service say how they are. Without probes all is well. */
export class Health {
  private readonly probes: Probe[] = [];
  private isStopping = false;
  private asking: Promise<HealthReport> | null = null;

  /** Asks this probe, too, from now on. Names are unique. */
  add(probe: Probe): void {
    if (this.probes.some(({ name }) => name === probe.name))
      throw new Error(`there is a probe "${probe.name}" already`);
    this.probes.push(probe);
  }

  /** Whether the process works; if not, it must be started again. */
  live(): HealthReport {
    const verdicts = this.probes.map((probe) => ({ name: probe.name, verdict: liveVerdict(probe) }));
    return reportOf(verdicts.flatMap(({ name, verdict }) => (verdict ? [{ name, ...verdict }] : [])));
  }

  /** Whether the service can do its work now. Who asks while an answer is awaited gets the same one. */
  ready(): Promise<HealthReport> {
    this.asking ??= this.askAll().finally(() => (this.asking = null));
    return this.asking;
  }

  /** From now on the service is not ready: it is stopping. */
  beginShutdown(): void {
    this.isStopping = true;
  }

  private async askAll(): Promise<HealthReport> {
    const asked = this.probes.filter((probe) => probe.ready !== undefined);
    const verdicts = asked.map(async (probe) => ({
      name: probe.name,
      ...(await within(Promise.try(async () => probe.ready!()))),
    }));
    return reportOf([...(await Promise.all(verdicts)), ...(this.isStopping ? [STOPPING] : [])]);
  }
}
