import { collectDefaultMetrics, Counter, Gauge, Histogram, Registry, type Metric } from 'prom-client';

/** Answers and batches of ours lie between a millisecond and ten seconds. */
const SECONDS_BUCKETS = [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10];

/** What a metric is called and which labels it has; labels are fixed, so that no value of a client's becomes one. */
export interface MetricDescription<Label extends string> {
  /** Snake case, unit last: `parked_messages_total`, `relay_lag_seconds`. */
  readonly name: string;
  readonly help: string;
  readonly labels?: readonly Label[];
}

/** The figures of one service. A metric that is asked for again by its name is the same one. */
export class Metrics {
  readonly registry = new Registry();

  constructor(service: string) {
    this.registry.setDefaultLabels({ service });
    collectDefaultMetrics({ register: this.registry });
  }

  /** Something that only grows. */
  counter<Label extends string = never>(metric: MetricDescription<Label>): Counter<Label> {
    return this.once(metric.name, Counter<Label>, () => new Counter({ ...this.shared(metric) }));
  }

  /** Something that goes up and down. `measure` is asked whenever the figures are read. */
  gauge<Label extends string = never>(
    metric: MetricDescription<Label>,
    measure?: (gauge: Gauge<Label>) => void | Promise<void>,
  ): Gauge<Label> {
    const collect = measure && {
      collect: function (this: Gauge<Label>) {
        return measure(this);
      },
    };
    return this.once(metric.name, Gauge<Label>, () => new Gauge({ ...this.shared(metric), ...collect }));
  }

  /** How something is spread, in seconds unless other buckets are given. */
  histogram<Label extends string = never>(
    metric: MetricDescription<Label>,
    buckets: readonly number[] = SECONDS_BUCKETS,
  ): Histogram<Label> {
    return this.once(
      metric.name,
      Histogram<Label>,
      () => new Histogram({ ...this.shared(metric), buckets: [...buckets] }),
    );
  }

  private shared<Label extends string>({ name, help, labels = [] }: MetricDescription<Label>) {
    return { name, help, labelNames: [...labels], registers: [this.registry] };
  }

  private once<M extends Metric>(name: string, kind: new (...given: never[]) => M, make: () => M): M {
    const known: unknown = this.registry.getSingleMetric(name);
    if (known === undefined) return make();
    if (known instanceof kind) return known;
    throw new Error(`the metric ${name} is of another kind`);
  }
}
