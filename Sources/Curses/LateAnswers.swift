import Glibc

/// Answers of the terminal that come when nobody waits for them any more.
enum LateAnswers {
  /// Takes what comes until so many answers to `FramePace.question` are there.
  static func take(_ count: Int, patience: Duration) {
    let answer = Array("\u{1B}[0n".utf8)
    let end = ContinuousClock.now + patience
    var (taken, found): ([UInt8], Int) = ([], 0)
    var source = pollfd(fd: STDIN_FILENO, events: Int16(POLLIN), revents: 0)
    var byte: UInt8 = 0
    while found < count, taken.count < 4096 {
      let left = Int32(max(0, ContinuousClock.now.duration(to: end) / .milliseconds(1)))
      guard poll(&source, 1, left) > 0, read(STDIN_FILENO, &byte, 1) == 1 else { return }
      taken.append(byte)
      if taken.suffix(answer.count) == answer[...] { found += 1 }
    }
  }
}
