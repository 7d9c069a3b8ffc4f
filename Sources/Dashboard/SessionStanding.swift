import Office
import Phrases
import Store

/// The store itself may change under a session: that is said when it shows, and not with the first save that is refused.
extension Session {
  /// Takes up what others committed, and says once why nothing can be written into the store any more. Returns whether
  /// there was anything of either.
  func noticeStore() -> Bool {
    let isNews = (try? library.poll()) == true
    if isNews {
      noticeCommit()
      ask()
    }
    guard let problem = library.standing(isNews: isNews), problem != estrangement else { return isNews }
    estrangement = problem
    announce(Phrase(problem))
    return true
  }
}
