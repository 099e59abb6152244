export { StreamConsumer, type StreamOf } from './StreamConsumer.ts';
