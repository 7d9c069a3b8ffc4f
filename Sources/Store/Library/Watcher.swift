import GRDB
import Synchronization

/// Notices commits of any other connection, in this process or another, by SQLite's `data_version`.
///
/// Its connection opens with the first question: the first frame does not wait for it.
final class Watcher: Sendable {
  private let path: String
  private let configuration: Configuration
  private let state = Mutex<(connection: DatabaseQueue?, seen: Int?)>((nil, nil))

  init(path: String, configuration: Configuration) {
    self.path = path
    self.configuration = configuration
  }

  /// Whether there was a commit since the last call; the first call says yes.
  func hasNews() throws -> Bool {
    try state.withLock { state in
      let connection = try state.connection ?? DatabaseQueue(path: path, configuration: configuration)
      state.connection = connection
      let version = try connection.inDatabase { try Int.fetchOne($0, sql: "PRAGMA data_version") ?? 0 }
      defer { state.seen = version }
      return state.seen != version
    }
  }

  func close() {
    state.withLock { state in
      try? state.connection?.close()
      state.connection = nil
    }
  }
}
