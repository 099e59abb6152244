import type { FileId } from '@excalidraw/excalidraw/element/types';
import type { DataURL, ExcalidrawImperativeAPI } from '@excalidraw/excalidraw/types';
import type { BoardElement } from '../../../../media/contracts/board.ts';

/** Where images come from and go to, by the ids under which others find them. */
export type Images = { add: (file: File) => Promise<string>; find: (fileId: string) => Promise<string> };

/** Brings images to Excalidraw once; one that did not come is asked for when it is shown again. */
export function imagesFor(api: ExcalidrawImperativeAPI, { add, find }: Images) {
  const coming = new Map<string, Promise<void>>();
  const fetchOne = async (fileId: string): Promise<void> => {
    try {
      const dataURL = (await find(fileId)) as DataURL;
      const about = { id: fileId as FileId, dataURL, mimeType: 'image/webp' as const, created: Date.now() };
      api.addFiles([about]);
    } catch {
      coming.delete(fileId);
    }
  };
  return {
    fetch: async (elements: readonly BoardElement[]): Promise<void> => {
      const known = api.getFiles();
      for (const { fileId, isDeleted } of elements)
        if (fileId && !isDeleted && !known[fileId] && !coming.has(fileId))
          coming.set(fileId, fetchOne(fileId));
      await Promise.all(elements.flatMap(({ fileId }) => coming.get(fileId ?? '') ?? []));
    },
    /** Sends an image, and shows it as all others get it: Excalidraw's own copy would be smaller. @returns its id */
    async add(file: File): Promise<string> {
      const fileId = await add(file);
      await fetchOne(fileId);
      return fileId;
    },
  };
}
