import Foundation
import Interchange
import Model

/// Another program that links records, measured on the same file.
struct DuplicatePeer {
  /// Called with the file's path behind it; prints `id,id,probability`, a line for each pair.
  let command: String

  /// How splink is asked for what the files of Febrl hold: names, streets, towns and codes.
  static let splink = """
    from sys import argv, stdout
    from pandas import read_csv
    from splink import DuckDBAPI, Linker, SettingsCreator, block_on, comparison_library as cl
    d = read_csv(argv[1], dtype=str).fillna("")
    name = d["name"].str.split(", ", n=1, expand=True)
    d["unique_id"], d["surname"], d["given"] = d["id"], name[0], name[1]
    d["street"] = d["addresses"].str.split(", ").str[0]
    d["code"] = d["addresses"].str.extract(r"(\\d{4})$")[0]
    d = d[["unique_id", "surname", "given", "street", "city", "code"]].replace("", None)
    rules = [block_on(*r) for r in [["surname"], ["given", "city"], ["street"],
        ["code", "substr(surname, 1, 2)"], ["code", "substr(given, 1, 2)"]]]
    linker = Linker(DuckDBAPI().register(d), SettingsCreator(link_type="dedupe_only",
        blocking_rules_to_generate_predictions=rules, comparisons=[
        cl.ForenameSurnameComparison("given", "surname"),
        cl.JaroWinklerAtThresholds("street", [0.92, 0.8]),
        cl.LevenshteinAtThresholds("city", 2), cl.LevenshteinAtThresholds("code", 1)]), None)
    t = linker.training
    t.estimate_probability_two_random_records_match(
        [block_on("surname", "given", "street")], recall=0.4)
    t.estimate_u_using_random_sampling(max_pairs=1e6)
    for rule in [block_on("street"), block_on("surname", "given")]:
        t.estimate_parameters_using_expectation_maximisation(rule)
    linker.inference.predict(threshold_match_probability=0.1).as_pandas_dataframe()[
        ["unique_id_l", "unique_id_r", "match_probability"]].to_csv(
        stdout, index=False, header=False)
    """

  /// Prints what it found, as the search itself is printed.
  /// - Parameters:
  ///   - file: as `--truth` reads it.
  ///   - clusters: who is the same, by id.
  ///   - right: how many pairs are.
  func measure(_ file: String, _ clusters: [RecordID: String], right: Int) throws {
    let output = FileManager.default.temporaryDirectory.appending(path: "outreach-peer-\(getpid())").path
    defer { try? FileManager.default.removeItem(atPath: output) }
    let run = try Run.of(["/bin/sh", "-c", "\(command) \"$1\"", "sh", file], output: output)
    var reader = try CSVReader(
      bytes: Array("a,b,probability\n".utf8) + [UInt8](Data(contentsOf: URL(fileURLWithPath: output))))
    var found: [(isRight: Bool, probability: Double)] = []
    while let row = reader.next() {
      guard row.fields.count > 2, let probability = Double(row.fields[2]) else { continue }
      found.append((clusters[row.fields[0]] == clusters[row.fields[1]], probability))
    }
    print(command)
    for least in [0.1, 0.5, 0.95] {
      let listed = found.filter { $0.probability >= least }
      let hits = listed.count(where: \.isRight)
      print(
        String(
          format: "  from %.2f: %d pairs, precision %.4f, recall %.4f", least, listed.count,
          Double(hits) / Double(max(1, listed.count)), Double(hits) / Double(max(1, right))))
    }
    print("  time \(Figures.round(run.seconds)) s, peak \(run.peakMiB) MiB")
  }
}
