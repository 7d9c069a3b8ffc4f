/// What must be over before something else begins, or belongs to something larger: no chain of it may close.
public enum Dependencies {
  /// A circle that can be reached from one of `starts`, the first record again at the end; nil where there is none.
  public static func circle(
    from starts: some Sequence<RecordID>, _ next: [RecordID: [RecordID]]
  ) -> [RecordID]? {
    var isDone: Set<RecordID> = []
    for start in starts {
      // By hand rather than by recursion: a chain may be ten thousand long.
      var path: [(id: RecordID, left: ArraySlice<RecordID>)] = [(start, next[start, default: []][...])]
      var places: [RecordID: Int] = [start: 0]
      while let (id, left) = path.last {
        guard let follower = left.first, !isDone.contains(id) else {
          isDone.insert(id)
          places[id] = nil
          path.removeLast()
          continue
        }
        path[path.count - 1].left = left.dropFirst()
        if let place = places[follower] { return path[place...].map(\.id) + [follower] }
        guard !isDone.contains(follower) else { continue }
        places[follower] = path.count
        path.append((follower, next[follower, default: []][...]))
      }
    }
    return nil
  }
}
