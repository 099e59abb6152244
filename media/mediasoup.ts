/** The one door to mediasoup: what else in media needs a value of it finds it here. */
export { createWorker, observer, ortc, parseScalabilityMode } from 'mediasoup';
export type {
  AudioLevelObserver,
  Consumer,
  ConsumerLayers,
  DtlsParameters,
  Producer,
  Router,
  RouterRtpCodecCapability,
  RtpCapabilities,
  RtpParameters,
  TransportListenInfo,
  WebRtcServer,
  WebRtcTransport,
  Worker,
} from 'mediasoup/types';
