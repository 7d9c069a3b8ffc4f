import ArgumentParser
import Glibc
import Model
import Phrases

/// The clock of a dress rehearsal, on the command line.
struct ClockOptions: ParsableArguments {
  @Option(help: help(.cliClock)) var clock: String?
  @Option(help: help(.cliSpeed)) var speed: Int?

  /// Nil where the real clock is meant.
  func rehearsal() throws -> StageClock? {
    guard let clock else {
      if speed != nil { throw CommandFailure(Phrase(.cliSpeedNeedsClock), code: EX_USAGE) }
      return nil
    }
    let speed = speed ?? 1
    guard (1...86_400).contains(speed) else {
      throw CommandFailure(Phrase(FieldProblem.outOfRange(speed, 1...86_400)), code: EX_USAGE)
    }
    do throws(FieldProblem) { return StageClock(from: try Moment(clock), speed: speed) } catch {
      throw CommandFailure(Phrase(error), code: EX_USAGE)
    }
  }
}

/// A clock that begins at a moment of its own and runs from there, as fast as one wants.
struct StageClock: Sendable {
  let start: Moment
  let speed: Int
  private let begun = StageClock.milliseconds

  init(from start: Moment, speed: Int) { (self.start, self.speed) = (start, speed) }

  /// Seconds since 1970, as the rehearsal has it.
  var now: Int { start.seconds + (Self.milliseconds - begun) * speed / 1_000 }

  /// Seconds east of UTC where the rehearsal began.
  var zoneOffset: Int { start.zone.offset(at: start.seconds) }

  private static var milliseconds: Int {
    var time = timespec()
    clock_gettime(CLOCK_MONOTONIC, &time)
    return time.tv_sec * 1_000 + time.tv_nsec / 1_000_000
  }
}
