import type { Page } from 'playwright-core';

/** Chromium without a desktop has no picker, no moving screen and no sound of one: here a page of text that scrolls, and a tone. */
export async function giveScreen(page: Page): Promise<void> {
  await page.evaluate(() => {
    navigator.mediaDevices.getDisplayMedia = (wish) => {
      const canvas = Object.assign(document.createElement('canvas'), { width: 1280, height: 720 });
      const paper = canvas.getContext('2d');
      if (!paper) throw new Error('nothing to draw on');
      let line = 0;
      setInterval(() => {
        paper.fillStyle = 'white';
        paper.fillRect(0, 0, 1280, 720);
        paper.fillStyle = 'black';
        line += 1;
        for (let row = 0; row < 30; row += 1)
          paper.fillText(`${line + row} const answer = 42;`, 20, row * 24);
      }, 66);
      const stream = canvas.captureStream(15);
      if (wish?.audio) {
        const sound = new AudioContext();
        const destination = sound.createMediaStreamDestination();
        const tone = sound.createOscillator();
        tone.connect(destination);
        tone.start();
        for (const track of destination.stream.getAudioTracks()) stream.addTrack(track);
      }
      return Promise.resolve(stream);
    };
  });
}
