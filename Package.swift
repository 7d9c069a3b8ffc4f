// swift-tools-version: 6.2
import PackageDescription

/// Swift modules of ours: warnings are errors in CI (`.ci/run` builds with `OUTREACH_STRICT=1`).
let strict: [SwiftSetting] =
  Context.environment["OUTREACH_STRICT"] == nil ? [] : [.treatAllWarnings(as: .error)]

/// Modules that a start runs. A generic type is made from its parts directly: made from its mangled name, as is usual
/// where optimised for size, each kind of key of a dictionary costs a search through all conformances of the program.
let started: [SwiftSetting] = [
  .unsafeFlags(
    ["-Xfrontend", "-disable-concrete-type-metadata-mangled-name-accessors"],
    .when(configuration: .release))
]

func module(
  _ name: String, _ dependencies: [Target.Dependency] = [], exclude: [String] = [],
  settings: [SwiftSetting] = []
) -> Target {
  .target(
    name: name, dependencies: dependencies, exclude: exclude, swiftSettings: strict + started + settings)
}

func tests(
  _ name: String, _ dependencies: [Target.Dependency], path: String? = nil, exclude: [String] = []
) -> Target {
  .testTarget(name: name, dependencies: dependencies, path: path, exclude: exclude, swiftSettings: strict)
}

/// Where Debian keeps the headers of GMime and GLib. pkg-config knows too, with flags that the package manager refuses
/// with a warning.
#if arch(arm64)
  let hostFolder = "/usr/lib/aarch64-linux-gnu"
#else
  let hostFolder = "/usr/lib/x86_64-linux-gnu"
#endif
let gmimeFolders = ["/usr/include/gmime-3.0", "/usr/include/glib-2.0", "\(hostFolder)/glib-2.0/include"]

let grdb = Target.Dependency.product(name: "GRDB", package: "GRDB.swift")
let sqlite = Target.Dependency.product(name: "GRDBSQLite", package: "GRDB.swift")
let toml = Target.Dependency.product(name: "TOMLKit", package: "TOMLKit")
let arguments = Target.Dependency.product(name: "ArgumentParser", package: "swift-argument-parser")

let package = Package(
  name: "outreach",
  defaultLocalization: "en",
  products: [.executable(name: "outreach", targets: ["outreach"])],
  dependencies: [
    .package(url: "https://github.com/groue/GRDB.swift", from: "7.10.0"),
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
    .package(url: "https://github.com/LebJe/TOMLKit", from: "0.6.0"),
  ],
  targets: [
    .systemLibrary(name: "CNcurses"),
    .systemLibrary(name: "CSodium"),
    .systemLibrary(name: "CArchive"),
    .systemLibrary(name: "CExpat"),
    .systemLibrary(name: "CFriBidi"),
    .systemLibrary(name: "CXLSXWriter"),
    .target(name: "CSystem"),
    .target(
      name: "CMail", cSettings: [.unsafeFlags(gmimeFolders.map { "-I\($0)" })],
      linkerSettings: ["gmime-3.0", "gobject-2.0", "glib-2.0"].map { .linkedLibrary($0) }),
    .target(name: "CEmbedded"),
    module("Embedded", ["CEmbedded"]),
    module("Typesetting", ["CSystem"]),
    module("Terminal", ["Typesetting", "CFriBidi", toml]),
    module(
      "Curses", ["Terminal", "CNcurses", "CSystem"], settings: [.defaultIsolation(MainActor.self)]),
    module("Model", ["Embedded"], exclude: ["Resources"]),
    module("JSONText"),
    module("Workbooks", ["CArchive", "CExpat", "CXLSXWriter"]),
    module("Store", ["Model", "JSONText", "CSystem", "CSodium", grdb, sqlite]),
    module(
      "Interchange",
      ["Model", "Phrases", "JSONText", "CSystem", "CSodium", "CMail", "Embedded", "Workbooks"],
      exclude: ["Resources"]),
    .target(
      name: "Phrases", dependencies: ["Embedded", "JSONText"], exclude: ["Resources"],
      swiftSettings: strict + started, plugins: ["PhraseKeysPlugin"]),
    .executableTarget(name: "PhraseKeys", swiftSettings: strict),
    .plugin(
      name: "PhraseKeysPlugin", capability: .buildTool(), dependencies: ["PhraseKeys"],
      path: "Sources/PhraseKeysPlugin"),
    module("Translation", ["Phrases", "Embedded", "JSONText", "Typesetting", "CExpat"]),
    module(
      "Office",
      ["Typesetting", "Model", "Store", "Phrases", "Interchange", "JSONText", "Embedded", "Workbooks", toml]),
    module(
      "Dashboard", ["Office", "Terminal", "Model", "Store", "Phrases", "Interchange", "Embedded", toml]),
    .executableTarget(
      name: "outreach",
      dependencies: [
        "Dashboard", "Office", "Typesetting", "Terminal", "Curses", "CSystem", "Embedded", "Model", "Store",
        "Interchange", "Phrases", "Translation", "Workbooks", arguments,
      ],
      swiftSettings: strict + started),
    .executableTarget(
      name: "Benchmarks", dependencies: ["Probe", "Store", "Interchange", "Model", "CArchive", arguments],
      swiftSettings: strict),
    .executableTarget(name: "BenchmarkFloor", linkerSettings: [.linkedLibrary("ncursesw")]),

    .target(
      name: "CProbe", path: "Tests/CProbe",
      linkerSettings: [.linkedLibrary("vterm"), .linkedLibrary("util")]),
    .target(name: "Probe", dependencies: ["CProbe"], path: "Tests/Probe", swiftSettings: strict),
    tests("TypesettingTests", ["Typesetting"]),
    tests("TerminalTests", ["Terminal", "RandomRecords"]),
    tests("CursesTests", ["Curses", "Terminal"]),
    tests(
      "ModelTests", ["Model", "RandomRecords"],
      exclude: ["Decision/adopted-excerpt.txt", "Decision/mandate-expected.txt", "Wording/Sentences"]),
    .target(
      name: "RandomRecords", dependencies: ["Model"], path: "Tests/RandomRecords", swiftSettings: strict),
    .target(
      name: "SampleLibrary", dependencies: ["Office", "Store"], path: "Tests/SampleLibrary",
      swiftSettings: strict),
    // What it loads into programs that are tried is compiled by itself.
    .target(name: "Faults", path: "Tests/Faults", exclude: ["fault.c"], swiftSettings: strict),
    tests("StoreTests", ["Store", "CSystem", "Model", "RandomRecords", grdb]),
    tests(
      "InterchangeTests",
      ["Interchange", "JSONText", "Model", "Phrases", "Embedded", "RandomRecords", "Workbooks"],
      exclude: ["Corpus"]),
    tests("WorkbooksTests", ["Workbooks", "RandomRecords"], exclude: ["Fixtures"]),
    tests("PhrasesTests", ["Phrases", "Embedded"]),
    tests("TranslationTests", ["Translation", "Phrases", "Embedded"]),
    tests(
      "OfficeTests",
      [
        "Office", "Embedded", "Interchange", "Model", "Phrases", "RandomRecords", "SampleLibrary", "Store",
        "Typesetting",
      ],
      exclude: ["Expected"]),
    tests(
      "DashboardTests",
      [
        "Dashboard", "Office", "Interchange", "Model", "Phrases", "RandomRecords", "SampleLibrary", "Store",
        "Terminal", "Workbooks",
      ],
      exclude: [
        "Messages/Screens", "Partnerships/Screens", "Risks/Screens", "Screens", "Tour/Transcripts",
      ]),
    tests(
      "Sessions",
      [
        "Faults", "Probe", "Model", "Office", "RandomRecords", "SampleLibrary", "Store", "Workbooks",
        "outreach", grdb,
      ], path: "Tests/Sessions", exclude: ["Trials/typing-places.txt"]),
    tests(
      "HouseRules",
      [
        "Dashboard", "Embedded", "Interchange", "Model", "Phrases", "RandomRecords", "SampleLibrary", "Store",
        "Terminal", "Translation",
      ],
      path: "Tests/HouseRules"),
  ],
  swiftLanguageModes: [.v6],
  cLanguageStandard: .c2x
)
