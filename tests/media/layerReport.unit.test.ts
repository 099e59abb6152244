import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { LayerReport } from '../../media/LayerReport.ts';

const low = { spatialLayer: 0, temporalLayer: 2 };
const high = { spatialLayer: 2, temporalLayer: 2 };

describe('LayerReport (ROOM-5: "Video connectivity issue")', () => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => void vi.useRealTimers());

  const open = () => {
    const tell = vi.fn();
    const report = new LayerReport(tell);
    report.setWanted(true);
    return { report, told: () => tell.mock.calls.map(([layers]: unknown[]) => layers) };
  };

  it('tells layers at once, each only once', () => {
    const { report, told } = open();
    for (const layers of [low, low, high]) report.changed(layers);
    expect(told()).toEqual([low, high]);
  });

  it('says that nothing gets through only when that lasts', () => {
    const { report, told } = open();
    report.changed(high);
    report.changed(undefined);
    vi.advanceTimersByTime(2_000);
    report.changed(low);
    vi.advanceTimersByTime(10_000);
    expect(told()).toEqual([high, low]);
    report.changed(undefined);
    vi.advanceTimersByTime(3_000);
    expect(told()).toEqual([high, low, null]);
  });

  it('takes it back only when that lasts too', () => {
    const { report, told } = open();
    vi.advanceTimersByTime(3_000);
    report.changed(low);
    vi.advanceTimersByTime(1_000);
    report.changed(undefined);
    vi.advanceTimersByTime(10_000);
    expect(told()).toEqual([null]);
    report.changed(low);
    report.changed(high);
    vi.advanceTimersByTime(2_000);
    expect(told()).toEqual([null, high]);
  });

  it('takes a screen that does not change for no failure', () => {
    let still = true;
    const tell = vi.fn();
    const report = new LayerReport(tell, () => still);
    report.setWanted(true);
    vi.advanceTimersByTime(20_000);
    expect(tell).not.toHaveBeenCalled();
    still = false;
    vi.advanceTimersByTime(3_000);
    expect(tell).toHaveBeenCalledWith(null);
  });

  it('says nothing about what is hidden or muted, nor after the end', () => {
    const { report, told } = open();
    report.changed(high);
    report.changed(undefined);
    report.setWanted(false);
    vi.advanceTimersByTime(10_000);
    report.setWanted(true);
    report.close();
    vi.advanceTimersByTime(10_000);
    expect(told()).toEqual([high]);
  });
});
