import Foundation
import Glibc
import Probe
import SampleLibrary
import Store
import Testing

/// Commands end by the signal that ends them, keep what was answered, and leave nothing that was there for a while only.
@Suite(.serialized) struct InterruptionTests {
  private let desk: Desk

  init() throws {
    desk = try Desk()
    try FileManager.default.createDirectory(
      atPath: desk.folder + "/data/outreach", withIntermediateDirectories: true)
  }

  private func launch(_ arguments: [String], input: FileHandle = .nullDevice) throws -> Process {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: Desk.program)
    process.arguments = arguments
    process.environment = desk.environment
    process.standardInput = input
    process.standardOutput = FileHandle.nullDevice
    process.standardError = FileHandle.nullDevice
    try process.run()
    return process
  }

  private func survey() throws {
    for (kind, rows) in [
      (
        "questions",
        """
        id,name,question_type,required,text_en,choices
        ways,Ways,single,yes,How?,web | | | The web; hub | | | A hub
        say,Say,open,,What else?,
        """
      ),
      (
        "surveys",
        """
        id,name,survey_state,languages,questions,title_en,groups
        needs,Example needs,open,en,ways;say,Needs,g | | 10
        """
      ),
    ] {
      #expect(try desk.run("import", kind, desk.write(rows, to: kind + ".csv")).code == 0)
    }
  }

  @Test(arguments: [SIGINT, SIGTERM, SIGHUP])
  func `What was answered is kept, and the next one goes on with it`(signal: Int32) throws {
    try survey()
    let probe = try desk.start([Desk.program, "survey", "answer", "needs"])
    try probe.wait(for: "The web")
    probe.send("2\r")
    try probe.wait(for: "2/2")
    if signal == SIGINT { probe.press("Ctrl-C") } else { probe.signal(signal) }
    #expect(try probe.waitForExit() == .signal(Int(signal)))
    if signal != SIGHUP {
      #expect(probe.lines.joined().contains("Answers kept: 1. Go on with them: outreach survey answer needs"))
    }
    #expect(try desk.run("survey", "results", "needs").output.contains("0 responses"))
    let next = try desk.start([Desk.program, "survey", "answer", "needs"])
    try next.wait(for: "Goes on with the answers that were kept: 1.")
    try next.wait(for: "2/2")
    next.send("word\r")
    try next.wait(for: "Enter")
    next.send("\r")
    try next.wait(for: "Thank")
    _ = try next.waitForExit()
    let results = try desk.run("survey", "results", "needs", "--format", "csv")
    #expect(results.output.contains("ways,single,other,1,0,hub,x"), "\(results.output)")
    // Nothing waits any more.
    let third = try desk.run("survey", "answer", "needs")
    #expect(third.code == EX_IOERR && third.errors.contains("broke off"))
  }

  @Test func `Answers that break off are kept as well`() throws {
    try survey()
    let lines = try desk.write("1\n", to: "lines")
    let broken = try desk.run("survey", "answer", "needs", input: lines)
    #expect(broken.code == EX_IOERR && broken.errors.hasPrefix("Answers kept: 1."), "\(broken.errors)")
    let forgotten = try desk.run("survey", "answer", "needs", input: desk.write("!\n", to: "lines"))
    #expect(forgotten.code == 0 && forgotten.output.contains("Goes on with the answers"))
    #expect(try !desk.run("survey", "answer", "needs").output.contains("Goes on"))
  }

  @Test func `A record that is said field by field becomes a draft`() throws {
    try desk.fill("a-1,Ana Banda,")
    let probe = try desk.start([Desk.program, "edit", "stakeholder:a-1"], columns: 120, rows: 40)
    try probe.wait(for: "Name: Ana Banda")
    probe.send("Ana Maria\r")
    probe.settle(quietMilliseconds: 300)
    probe.press("Ctrl-C")
    #expect(try probe.waitForExit() == .signal(Int(SIGINT)))
    #expect(probe.lines.joined().contains("Kept as a draft"), "\(probe.lines)")
    #expect(try desk.stored("name") == ["Ana Banda": "Ana Banda"])
    let next = try desk.open()
    try next.wait(for: "You left a form half typed")
    #expect(try next.quit() == .code(0))
  }

  /// Each of them waits for lines that do not come, or for somebody else's lock on the folder of its store.
  @Test(arguments: [SIGINT, SIGTERM, SIGHUP])
  func `Every command ends by a signal, wherever it waits`(signal: Int32) throws {
    try Library.makeSample(at: desk.store)
    let pipe = Pipe()
    for command in [
      ["import", "stakeholders", "-"], ["import", "events", "-"], ["wording", "-"], ["media", "import", "-"],
    ] {
      let process = try launch(command, input: pipe.fileHandleForReading)
      usleep(300_000)
      kill(process.processIdentifier, signal)
      process.waitUntilExit()
      let reason = process.terminationReason
      #expect(reason == .uncaughtSignal && process.terminationStatus == signal, "\(command)")
    }
    let folder = open(desk.folder + "/data/outreach", O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    defer { close(folder) }
    #expect(flock(folder, LOCK_EX) == 0)
    for command in [["list"], ["export", "stakeholders"], ["duplicates"], ["due"], ["store", "check"]] {
      let process = try launch(command)
      usleep(300_000)
      kill(process.processIdentifier, signal)
      process.waitUntilExit()
      let reason = process.terminationReason
      #expect(reason == .uncaughtSignal && process.terminationStatus == signal, "\(command)")
    }
  }

  @Test func `An interrupted export leaves no part of its file, and the sample no folder`() throws {
    try Library.makeSample(at: desk.store)
    let out = desk.folder + "/out"
    try FileManager.default.createDirectory(atPath: out, withIntermediateDirectories: true)
    for command in [
      ["export", "stakeholders", "-o", out + "/people.csv"], ["store", "backup", out + "/copy.sqlite"],
      [
        "report", "evaluation", "--audience", "plenary", "--from", "2015-01-01", "--to", "2015-12-31", "-o",
        out + "/r.html",
      ],
    ] {
      for delay in [5_000, 20_000, 40_000, 80_000] {
        let process = try launch(command + ["--force"])
        usleep(useconds_t(delay))
        kill(process.processIdentifier, SIGTERM)
        process.waitUntilExit()
      }
    }
    let left = try FileManager.default.contentsOfDirectory(atPath: out)
    #expect(left.filter { $0.contains(".part") }.isEmpty, "\(left)")
  }

  @Test func `Ctrl-Z stops a command, and it goes on`() throws {
    let pipe = Pipe()
    try desk.fill("a-1,Ana,")
    let process = try launch(["import", "stakeholders", "-"], input: pipe.fileHandleForReading)
    usleep(300_000)
    kill(process.processIdentifier, SIGTSTP)
    usleep(200_000)
    let stat = try String(contentsOfFile: "/proc/\(process.processIdentifier)/stat", encoding: .utf8)
    #expect(stat.contains(") T "))
    kill(process.processIdentifier, SIGCONT)
    pipe.fileHandleForWriting.write(Data("id,name\nb-1,Ben\n".utf8))
    try pipe.fileHandleForWriting.close()
    process.waitUntilExit()
    #expect(process.terminationStatus == 0)
    #expect(try desk.stored("name").count == 2)
  }
}
