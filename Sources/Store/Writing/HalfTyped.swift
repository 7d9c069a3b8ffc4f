import Dispatch
import Foundation
import Synchronization

/// What is half typed in one session, written down while it is typed: a kill or a power cut costs seconds, and no answer.
///
/// Files of their own on the shelf of its writer, which other sessions pass over as long as this one lives. On a full disk
/// they go into room that was taken at the start.
public final class HalfTyped: Sendable {
  /// What is typed in one place, and the draft of the store that it goes on from.
  public struct Text: Sendable {
    public let draft: Draft
    public let earlier: Draft?

    public init(_ draft: Draft, after earlier: Draft?) { (self.draft, self.earlier) = (draft, earlier) }
  }

  private struct State {
    /// As the files have it, by the place where it is typed.
    var written: [Int: Draft] = [:]
    var isFailing = false
    /// Nil where there is no place for it, and once the session has ended.
    var reserve: DraftReserve?
  }

  private let shelf: DraftShelf
  private let session = UUID().uuidString
  private let state: Mutex<State>
  /// The screen does not wait for the disk.
  private let desk = DispatchQueue(label: "outreach.half-typed", qos: .utility)

  public init(on shelf: DraftShelf) {
    self.shelf = shelf
    let reserve = shelf.makeFolder() ? DraftReserve(making: shelf.path(ofReserve: session)) : nil
    state = Mutex(State(reserve: reserve))
  }

  /// No place takes what is typed: it is on the screen alone.
  public var isFailing: Bool { state.withLock { $0.isFailing } }

  /// Whether all of it is written down as it is.
  public func holds(_ texts: [Int: Text]) -> Bool {
    let written = state.withLock { $0.written }
    return written.count == texts.count && texts.allSatisfy { written[$0]?.says($1.draft) == true }
  }

  /// Where something is typed that is written down.
  public var places: Set<Int> { state.withLock { Set($0.written.keys) } }

  /// Writes down what is typed now, and forgets what is typed no more. It is done in a moment, on another thread.
  public func note(_ texts: [Int: Text]) {
    state.withLock { $0.written = texts.mapValues(\.draft) }
    desk.async { [self] in put(texts) }
  }

  /// The session ends: nothing of it is half typed any more but what no other place took.
  public func end(leaving texts: [Int: Text] = [:]) {
    desk.sync {
      put(texts)
      state.withLock { state in
        if texts.isEmpty { state.reserve?.remove() }
        state.reserve = nil
      }
    }
  }

  /// Waits until all that was noted is written.
  public func wait() { desk.sync {} }

  private func put(_ texts: [Int: Text]) {
    var isWhole = true
    for (place, text) in texts {
      isWhole = shelf.write(shelf.card(text), to: shelf.name(of: session, place)) && isWhole
    }
    // What is not there any more is not offered again.
    for name in shelf.names(of: session)
    where !texts.keys.contains(where: { shelf.name(of: session, $0) == name }) {
      shelf.remove(file: name + ".json")
    }
    state.withLock { state in
      if let reserve = state.reserve, !isWhole || !reserve.cards.isEmpty {
        isWhole = reserve.write(isWhole ? [] : texts.values.map(shelf.card)) || isWhole
      }
      state.isFailing = !isWhole
    }
  }
}
