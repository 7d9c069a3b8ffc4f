import Foundation

/// A real browser without a window, where one is installed.
enum Browser {
  private static let program = ["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"]
    .first { FileManager.default.isExecutableFile(atPath: $0) }

  static var isInstalled: Bool { program != nil }

  struct Failure: Error { let code: Int32 }

  /// The document of a page as it is when its scripts have nothing left to do.
  /// - Parameters:
  ///   - address: of a file, with what stands behind `#`.
  ///   - folder: where the browser keeps what it has to.
  ///   - zone: by whose clocks the visitor lives.
  static func document(at address: String, folder: String, zone: String = "UTC") throws -> String {
    let process = Process()
    process.executableURL = URL(filePath: program ?? "/nonexistent")
    // A page on the disk may read another beside it: the one that visits, for no page of ours does.
    process.arguments = [
      "--headless", "--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage",
      "--allow-file-access-from-files",
      "--user-data-dir=\(folder)/browser", "--virtual-time-budget=60000", "--dump-dom", address,
    ]
    let output = Pipe()
    process.standardOutput = output
    process.standardError = FileHandle.nullDevice
    process.environment = ["HOME": folder, "PATH": "/usr/bin:/bin", "LANG": "C.UTF-8", "TZ": zone]
    try process.run()
    let text = String(decoding: output.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
    process.waitUntilExit()
    if process.terminationStatus != 0 { throw Failure(code: process.terminationStatus) }
    return text
  }

  /// The text that a script leaves behind.
  private static func left(by script: String, frame: String, in folder: String) throws -> String {
    let visitor = """
      <!DOCTYPE html><meta charset="utf-8"><title>visitor</title>\(frame)<pre></pre><script>
      const frame = document.querySelector('iframe');
      const leave = (text) => { document.querySelector('pre').textContent = btoa(encodeURIComponent(text)); };
      frame.onload = async () => { \(script) };
      </script>
      """
    let file = "\(folder)/visitor.html"
    try Data(visitor.utf8).write(to: URL(filePath: file))
    let document = try document(at: "file://\(file)", folder: folder)
    guard let start = document.range(of: "<pre>"), let end = document.range(of: "</pre>"),
      let data = Data(base64Encoded: String(document[start.upperBound..<end.lowerBound])),
      let text = String(decoding: data, as: UTF8.self).removingPercentEncoding
    else { throw Failure(code: -1) }
    return text
  }

  /// The text of a page as it is shown where no script runs.
  static func plainText(of page: String, in folder: String) throws -> String {
    let frame = "<iframe sandbox=\"allow-same-origin\" src=\"\(page)\"></iframe>"
    return try left(by: "leave(frame.contentDocument.body.innerText)", frame: frame, in: folder)
  }

  /// What a page shows at each of several addresses of its own, one after the other in one window.
  struct Shown: Decodable, Equatable {
    let names: [String]
    /// What it says of their number.
    let count: String
    /// The advice that it gives, empty where there is none.
    let advice: String
    let page: String
  }

  static func shown(_ page: String, at fragments: [String], in folder: String) throws -> [Shown] {
    let asked = String(decoding: try JSONEncoder().encode(fragments), as: UTF8.self).replacing(
      "<", with: "\\u003c")
    let script = """
      const [inside, view] = [frame.contentDocument, frame.contentWindow];
      const seen = [];
      for (const fragment of \(asked)) {
        const changed = new Promise((done) => view.addEventListener('hashchange', () => setTimeout(done, 0), { once: true }));
        view.location.hash = fragment;
        await changed;
        const [advice, pages] = ['nothing', 'pages'].map((id) => inside.getElementById(id));
        const names = inside.querySelectorAll('#entries > li > h2 > bdi:first-child');
        seen.push({
          names: [...names].map((name) => name.textContent), count: inside.getElementById('shown').textContent,
          advice: advice.hidden ? '' : advice.textContent,
          page: pages.hidden ? '' : inside.getElementById('page').textContent,
        });
      }
      leave(JSON.stringify(seen));
      """
    let text = try left(by: script, frame: "<iframe src=\"\(page)\"></iframe>", in: folder)
    return try JSONDecoder().decode([Shown].self, from: Data(text.utf8))
  }
}
