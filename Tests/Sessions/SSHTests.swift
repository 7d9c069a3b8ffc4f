import Foundation
import Glibc
import Model
import Probe
import Store
import Testing

/// What of OpenSSH is installed here.
private enum OpenSSH {
  static let server = "/usr/sbin/sshd"
  static let isThere: Bool = {
    let programs: [String] = [server, "/usr/bin/ssh", "/usr/bin/ssh-keygen"]
    return programs.allSatisfy { access($0, X_OK) == 0 }
  }()
}

/// The recipes of the manual against a real server and a real client, both of OpenSSH, on this host alone.
@Suite(
  .serialized, .enabled(if: OpenSSH.isThere, "sshd, ssh and ssh-keygen of OpenSSH are not installed here"))
struct SSHTests {
  private let desk: Desk
  private let host: Host

  init() throws {
    desk = try Desk()
    try desk.fill("ann,Ann Banda,ann@example.org")
    try FileManager.default.createDirectory(atPath: desk.folder + "/ben", withIntermediateDirectories: true)
    let login = String(cString: getpwuid(getuid()).pointee.pw_name)
    for (name, role) in [("ana", OfficeRole.viewer), ("ben", .editor)] {
      // Whoever made the store names the first administrator, and is this account.
      try Library.open(desk.store, who: login).grant(RoleGrant(login: name, role: role))
    }
    host = try Host(desk)
  }

  /// A server of this test's own: its keys, its configuration and its process go with it.
  private final class Host {
    let port: Int
    private let desk: Desk

    init(_ desk: Desk) throws {
      self.desk = desk
      port = try Self.freePort()
      for key in ["host", "ana", "ben"] { try Self.makeKey("\(desk.folder)/key-\(key)") }
      let lines = try [
        ("ana", "--as ana"), ("ben", "--as ben --files \(desk.folder)/ben"),
      ].map { name, options in
        let key = try String(contentsOfFile: "\(desk.folder)/key-\(name).pub", encoding: .utf8)
        let command = "\(Desk.program) --restricted --store \(desk.store) \(options)"
        return "restrict,pty,command=\"\(command)\" \(key)"
      }
      try desk.write(lines.joined(), to: "authorized_keys")
      try desk.write(
        """
        Port \(port)
        ListenAddress 127.0.0.1
        HostKey \(desk.folder)/key-host
        PidFile none
        UsePAM no
        StrictModes no
        PasswordAuthentication no
        PermitRootLogin prohibit-password
        AuthorizedKeysFile \(desk.folder)/authorized_keys
        DisableForwarding yes
        PermitUserRC no
        AcceptEnv LANG LC_*

        """, to: "sshd_config")
      if getuid() == 0 { mkdir("/run/sshd", 0o755) }
      // In a terminal of its own, with no signal blocked: it waits for its children by them.
      _ = try desk.start([OpenSSH.server, "-D", "-e", "-f", desk.folder + "/sshd_config"])
      try awaitStart()
    }

    private static func makeKey(_ path: String) throws {
      let process = Process()
      process.executableURL = URL(filePath: "/usr/bin/ssh-keygen")
      process.arguments = ["-q", "-t", "ed25519", "-N", "", "-f", path]
      try process.run()
      process.waitUntilExit()
    }

    /// A port that the system gave, and has back: nobody else asks for it within the moment.
    private static func freePort() throws -> Int {
      let socket = Glibc.socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
      defer { close(socket) }
      var address = sockaddr_in()
      address.sin_family = sa_family_t(AF_INET)
      address.sin_addr.s_addr = UInt32(0x7F00_0001).bigEndian
      var length = socklen_t(MemoryLayout<sockaddr_in>.size)
      let isBound = withUnsafeMutablePointer(to: &address) { pointer in
        pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
          bind(socket, $0, length) == 0 && getsockname(socket, $0, &length) == 0
        }
      }
      try #require(isBound)
      return Int(UInt16(bigEndian: address.sin_port))
    }

    private func awaitStart() throws {
      for _ in 0..<200 {
        let socket = Glibc.socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
        defer { close(socket) }
        var address = sockaddr_in()
        address.sin_family = sa_family_t(AF_INET)
        address.sin_port = in_port_t(port).bigEndian
        address.sin_addr.s_addr = UInt32(0x7F00_0001).bigEndian
        let isThere = withUnsafePointer(to: &address) { pointer in
          pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
            connect(socket, $0, socklen_t(MemoryLayout<sockaddr_in>.size)) == 0
          }
        }
        if isThere { return }
        usleep(50_000)
      }
      Issue.record("the server does not answer")
    }

    /// The words with which the client goes there.
    func client(_ name: String, _ options: [String] = []) -> [String] {
      [
        "/usr/bin/ssh", "-F", "/dev/null", "-p", "\(port)", "-i", "\(desk.folder)/key-\(name)",
        "-o", "IdentitiesOnly=yes", "-o", "BatchMode=yes", "-o", "StrictHostKeyChecking=no",
        "-o", "UserKnownHostsFile=/dev/null", "-o", "LogLevel=ERROR", "-o", "SendEnv=LANG OUTREACH_STORE",
      ] + options + ["127.0.0.1"]
    }
  }

  private func ask(_ name: String, _ command: String..., options: [String] = []) throws -> Desk.Result {
    let process = Process()
    let (output, errors) = (Pipe(), Pipe())
    let words = host.client(name, options) + command
    process.executableURL = URL(filePath: words[0])
    process.arguments = Array(words.dropFirst())
    process.environment = desk.environment.merging(["OUTREACH_STORE": "/dev/null"]) { $1 }
    (process.standardInput, process.standardOutput, process.standardError) = (
      FileHandle.nullDevice, output, errors
    )
    try process.run()
    let said = output.fileHandleForReading.readDataToEndOfFile()
    let complained = errors.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    return Desk.Result(
      code: process.terminationStatus, output: String(decoding: said, as: UTF8.self),
      errors: String(decoding: complained, as: UTF8.self))
  }

  @Test func `A command over the line is one of the program, with the role of the key`() throws {
    #expect(try ask("ana", "list").output.contains("Ann Banda"))
    #expect(try ask("ana", "due", "--days", "14").code <= 1)
    let refused = try ask("ana", "add", "stakeholder", "--set", "name=Eve")
    #expect(refused.code == EX_NOPERM && refused.errors.contains("needs the role: editor"))
    #expect(try ask("ben", "add", "stakeholder", "--set", "name=Eve").code == 0)
    #expect(try ask("ben", "history", "Eve").output.contains("ben"))
    #expect(try !ask("ana", "export", "stakeholders", "--format", "json").output.contains("ann@example.org"))
    #expect(try ask("ben", "export", "stakeholders", "-o", "people.csv").code == 0)
    #expect(access(desk.folder + "/ben/people.csv", F_OK) == 0)
    #expect(try ask("ana", "export", "stakeholders", "-o", "people.csv").code != 0)
  }

  @Test func `Nothing else runs over the line, and nothing is forwarded`() throws {
    let canary = desk.folder + "/canary"
    for command in [
      "touch \(canary)", "sh -c 'touch \(canary)'", "list; touch \(canary)", "list $(touch \(canary))",
    ] {
      _ = try ask("ben", command)
      #expect(access(canary, F_OK) != 0, "\(command)")
    }
    #expect(try ask("ben", options: ["-W", "127.0.0.1:\(host.port)"]).code != 0)
    #expect(try ask("ben", options: ["-s"]).code != 0)
    #expect(try ask("ben", "sftp", options: ["-s"]).code != 0)
    let remote = try ask("ben", "list", options: ["-o", "ExitOnForwardFailure=yes", "-R", "0:127.0.0.1:22"])
    #expect(remote.code != 0)
  }

  @Test func `Several people work at once, each with a role of their own`() throws {
    let ana = try desk.start(host.client("ana", ["-tt"]))
    let ben = try desk.start(host.client("ben", ["-tt"]))
    for probe in [ana, ben] { try probe.wait(for: " quit", timeout: 20) }
    try ana.wait(for: "viewer")
    ana.press("2")
    try ana.wait(for: "Ann Banda")
    ana.press("e")
    try ana.wait(for: "This needs the role: editor")
    ben.press("2")
    try ben.wait(for: "Ann Banda")
    #expect(try ask("ben", "edit", "ann", "--set", "'name=Ann Banda-Otieno'").code == 0)
    for probe in [ana, ben] { try probe.wait(for: "Banda-Otieno", timeout: 10) }
    #expect(try ana.quit() == .code(0))
    #expect(try ben.quit() == .code(0))
  }
}
