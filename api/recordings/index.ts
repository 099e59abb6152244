export { cleanRecordings, removeRecording, removeRecordingsOf } from './cleanRecordings.ts';
export { composeRecording } from './composeRecording.ts';
export { findRecordingFile } from './listRecordings.ts';
export { recordRecording } from './recordRecording.ts';
export { recordingRoutes } from './routes.ts';
