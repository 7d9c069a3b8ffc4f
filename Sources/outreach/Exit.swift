import ArgumentParser
import Glibc

/// Ends the program with one sentence and a code that scripts understand (`sysexits.h`).
enum Exit {
  static func failing(_ sentence: String, code: Int32) -> ExitCode {
    let line = Array("outreach: \(sentence)\n".utf8)
    _ = write(2, line, line.count)
    return ExitCode(code)
  }
}
