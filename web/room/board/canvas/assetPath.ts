declare global {
  interface Window {
    EXCALIDRAW_ASSET_PATH?: string;
  }
}

// Read by Excalidraw as soon as it is there: its fonts come from our own origin (web/boardAssets.ts).
window.EXCALIDRAW_ASSET_PATH = new URL(import.meta.env.BOARD_ASSETS as string, location.href).href;

export {};
