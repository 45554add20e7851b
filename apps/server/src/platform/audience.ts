import type { AcademyServer, AcademySocket } from './socket-types.ts'
import type { Sender } from './streams.ts'

/** A socket with more frames than this waiting in the server is slow: its backlog is dropped and it asks again by cursor. */
const MOST_WAITING = 200
/** Bytes the operating system has not taken yet. */
const MOST_BYTES = 512 * 1024

interface RawWebSocket {
  bufferedAmount?: number
}

/**
 * Where frames leave for the sockets of a stream. Socket.IO's in-memory adapter encodes a broadcast once for all.
 * Gauges are volatile: a socket that cannot take one now gets the next.
 */
export function createAudience(io: AcademyServer): Sender & { slow(): AcademySocket[] } {
  return {
    news: (frame) => void io.to(frame.stream).emit('news', frame),
    gauge: (frame) => void io.to(frame.stream).volatile.emit('gauge', frame),
    slow: () =>
      [...io.sockets.sockets.values()].filter((socket) => {
        const { writeBuffer, transport } = socket.conn as unknown as {
          writeBuffer: unknown[]
          transport: { socket?: RawWebSocket }
        }
        return writeBuffer.length > MOST_WAITING || (transport.socket?.bufferedAmount ?? 0) > MOST_BYTES
      }),
  }
}
