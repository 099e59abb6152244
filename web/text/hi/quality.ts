import type { quality as english } from '../en/quality.ts';

const minutes = (seconds: number) => {
  const whole = Math.round(seconds / 60);
  return whole === 0 ? '1 मिनट से कम' : `${whole} मिनट`;
};

export const quality: typeof english = {
  quality: {
    level: { good: 'अच्छा', fair: 'ठीक-ठाक', poor: 'कमज़ोर', lost: 'टूटा हुआ' },
    unknown: 'मापा जा रहा है…',
    mark: {
      good: 'कनेक्शन: अच्छा',
      fair: 'कनेक्शन: ठीक-ठाक',
      poor: 'कनेक्शन: कमज़ोर',
      lost: 'कनेक्शन: टूटा हुआ',
    },
    loss: (about) => `${about.percent}% खोया`,
    delay: (about) => `${about.ms} ms`,
    open: (about) => `${about.word}। पूरी जानकारी खोलें`,
    audioOnly: 'सिर्फ़ आवाज़',
    audioOnlyNote: 'सिर्फ़ आवाज़: वीडियो और शेयर की गई स्क्रीन नहीं आ रहीं।',
    showVideos: 'वीडियो दिखाएँ',
    optimizing: 'सुधार हो रहा है…',
    optimizingText: 'तस्वीर कनेक्शन के हिसाब से बदल रही है।',
    issue: 'वीडियो कनेक्शन में दिक्कत',
    issueOf: (about) => `${about.name} का वीडियो नहीं आ पा रहा। आवाज़ चालू है।`,
    issueOwn: 'आपका वीडियो दूसरों तक नहीं पहुँच रहा। आवाज़ चालू है।',
    panel: {
      title: 'कनेक्शन',
      close: 'कनेक्शन बंद करें',
      copy: 'रिपोर्ट कॉपी करें',
      copied: 'रिपोर्ट कॉपी हो गई',
      notCopied: 'रिपोर्ट कॉपी नहीं हो सकी',
      notCopiedText: 'ब्राउज़र यहाँ इसकी अनुमति नहीं देता।',
      you: 'आप',
      send: 'भेजा जा रहा',
      receive: 'आ रहा',
      twoMinutes: 'पिछले दो मिनट',
      roundTrip: 'आने-जाने का समय',
      loss: 'खोया',
      jitter: 'जिटर',
      way: 'रास्ता',
      nothing: 'कुछ नहीं आ रहा',
      measuring: 'मापा जा रहा है…',
      rate: (about) =>
        about.kilobits >= 1_000
          ? `${(about.kilobits / 1_000).toFixed(1)} Mbit/सेकंड`
          : `${about.kilobits} kbit/सेकंड`,
      size: (about) => `${about.width}×${about.height}`,
      frames: (about) => `${about.count} फ़्रेम/सेकंड`,
      layer: (about) => `${about.all} में से ${about.active} लेयर`,
      layerReceived: (about) => `लेयर ${about.number}`,
      source: {
        microphone: 'माइक',
        camera: 'कैमरा',
        screen: 'स्क्रीन',
        screenAudio: 'स्क्रीन की आवाज़',
      },
      ways: { udp: 'सीधे (UDP)', tcp: 'सीधे (TCP)', turn: 'रिले से (TURN)' },
    },
    choice: {
      title: 'वीडियो क्वालिटी',
      auto: 'अपने आप',
      autoText: 'हर तस्वीर उसके आकार और आपके कनेक्शन के हिसाब से।',
      high: 'ऊँची',
      highText: 'छोटी तस्वीर भी हमेशा सबसे अच्छी। सबसे ज़्यादा डेटा लगता है।',
      saver: 'डेटा बचत',
      saverText: 'कैमरा ज़्यादा से ज़्यादा 360p। शेयर की गई स्क्रीन साफ़ रहती है।',
      low: 'कम',
      lowText: 'कैमरा 180p। शेयर की गई स्क्रीन साफ़ रहती है।',
      audio: 'सिर्फ़ आवाज़',
      audioText:
        'कोई वीडियो और शेयर की गई स्क्रीन नहीं आती। आपका कैमरा तब तक चालू रहता है जब तक आप उसे बंद न करें; दूसरों को आप छोटे दिखते हैं।',
      remembered: 'जो आता है और जो आप भेजते हैं, दोनों पर लागू; इस डिवाइस पर याद रहता है।',
    },
    record: {
      title: 'कनेक्शन',
      text: 'जैसा सेशन के दौरान मापा गया।',
      good: (about) => `${minutes(about.seconds)} अच्छा`,
      fair: (about) => `${minutes(about.seconds)} ठीक-ठाक`,
      poor: (about) => `${minutes(about.seconds)} कमज़ोर`,
      lost: (about) => `${minutes(about.seconds)} बाहर`,
      you: (about) => `${about.name} (आप)`,
      figures: (about) => `औसतन ${about.percent}% खोया, ${about.ms} ms`,
      failed: 'कनेक्शन कैसा रहा, यह अभी नहीं दिख सकता।',
    },
  },
};
