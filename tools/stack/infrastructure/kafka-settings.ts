const MEBIBYTE = 1024 * 1024;

/** `gateway.payments.v1` takes messages of 4 MiB; with room for headers. */
const MESSAGE_BYTES_MAX = 5 * MEBIBYTE;

/** Where one broker listens and writes. */
export interface BrokerPlace {
  readonly port: number;
  readonly controllerPort: number;
  readonly dataFolder: string;
  /** A second listener, which tells its clients to come to another port: there somebody stands in between. */
  readonly behind?: { readonly port: number; readonly advertisedPort: number };
  /** Milliseconds without a sign of life after which the broker is taken for gone, where it need not start again soon. */
  readonly sessionMs?: number;
}

/** What a single broker needs wherever it runs, without its addresses and folders. */
export const SINGLE_BROKER = {
  'process.roles': 'broker,controller',
  'node.id': 1,
  'auto.create.topics.enable': false,
  'offsets.topic.replication.factor': 1,
  'offsets.topic.num.partitions': 12,
  'transaction.state.log.replication.factor': 1,
  'transaction.state.log.min.isr': 1,
  'transaction.state.log.num.partitions': 12,
  'share.coordinator.state.topic.replication.factor': 1,
  'share.coordinator.state.topic.min.isr': 1,
  'group.initial.rebalance.delay.ms': 0,
  // After a kill the broker waits for its own old session to end: with the default of 9 s that is most of its start.
  'broker.session.timeout.ms': 2_000,
  'broker.heartbeat.interval.ms': 500,
  'message.max.bytes': MESSAGE_BYTES_MAX,
  'replica.fetch.max.bytes': MESSAGE_BYTES_MAX,
  'log.retention.check.interval.ms': 300_000,
  'log.cleaner.dedupe.buffer.size': 16 * MEBIBYTE,
} as const;

const lines = (settings: Record<string, string | number | boolean>): string =>
  Object.entries(settings)
    .map(([name, value]) => `${name}=${value}\n`)
    .join('');

const listenersOf = ({ port, controllerPort, behind }: BrokerPlace) => {
  const also = (text: string) => (behind === undefined ? '' : text);
  const at = (name: string, on: number | undefined) => `${name}://127.0.0.1:${on}`;
  return {
    listeners: `${at('CLIENT', port)},${at('CONTROLLER', controllerPort)}${also(`,${at('BEHIND', behind?.port)}`)}`,
    'advertised.listeners': `${at('CLIENT', port)}${also(`,${at('BEHIND', behind?.advertisedPort)}`)}`,
    'listener.security.protocol.map': `CLIENT:PLAINTEXT,CONTROLLER:PLAINTEXT${also(',BEHIND:PLAINTEXT')}`,
  };
};

/** The file `server.properties` of one combined broker and controller on 127.0.0.1. */
export const brokerProperties = (place: BrokerPlace): string =>
  lines({
    ...SINGLE_BROKER,
    ...(place.sessionMs === undefined ? {} : { 'broker.session.timeout.ms': place.sessionMs }),
    'controller.quorum.voters': `1@127.0.0.1:${place.controllerPort}`,
    ...listenersOf(place),
    'inter.broker.listener.name': 'CLIENT',
    'controller.listener.names': 'CONTROLLER',
    'log.dirs': place.dataFolder,
  });

/** The file `log4j2.properties`: warnings and the broker's own steps, in one file that never grows beyond 20 MB. */
export const logProperties = (file: string): string =>
  lines({
    status: 'error',
    'appender.file.type': 'RollingFile',
    'appender.file.name': 'file',
    'appender.file.fileName': file,
    'appender.file.filePattern': `${file}.%i`,
    'appender.file.layout.type': 'PatternLayout',
    'appender.file.layout.pattern': '%d{ISO8601} %p %m (%c)%n',
    'appender.file.policies.type': 'Policies',
    'appender.file.policies.size.type': 'SizeBasedTriggeringPolicy',
    'appender.file.policies.size.size': '10MB',
    'appender.file.strategy.type': 'DefaultRolloverStrategy',
    'appender.file.strategy.max': 1,
    'rootLogger.level': 'warn',
    'rootLogger.appenderRef.file.ref': 'file',
    'logger.server.name': 'kafka.server.KafkaRaftServer',
    'logger.server.level': 'info',
  });
