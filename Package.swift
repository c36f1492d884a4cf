// swift-tools-version: 6.2
import PackageDescription

let package = Package(
  name: "doorvraag",
  products: [
    .executable(name: "doorvraag", targets: ["doorvraag"]),
    .library(name: "Evaluator", targets: ["Evaluator", "CoachingLanguage"]),
  ],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2")
  ],
  targets: [
    // Files of text, compiled in with `#embed`: a C target does in a second what `.embedInCode` does in a minute.
    .target(name: "LanguageData", exclude: ["packs"]),
    .target(name: "CoachingLanguage", dependencies: ["LanguageData"]),
    .target(name: "Personas", dependencies: ["CoachingLanguage", "LanguageData"]),
    .target(name: "Evaluator", dependencies: ["CoachingLanguage"]),
    .target(name: "Practice", dependencies: ["CoachingLanguage", "Evaluator", "Personas"]),
    .target(name: "Workshop", dependencies: ["CoachingLanguage", "Evaluator", "Personas", "Practice"]),
    .target(name: "Reporting", dependencies: ["CoachingLanguage", "Evaluator", "Personas", "Practice", "Workshop"]),

    .systemLibrary(name: "CEdit", pkgConfig: "libedit", providers: [.apt(["libedit-dev"]), .yum(["libedit-devel"])]),
    .target(name: "LineEditing", dependencies: ["CEdit"]),

    .executableTarget(
      name: "doorvraag",
      dependencies: [
        "CoachingLanguage", "Evaluator", "LineEditing", "Personas", "Practice", "Reporting", "Workshop",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ]),

    .target(name: "TestSupport", path: "Tests/TestSupport"),
    .testTarget(name: "CoachingLanguageTests", dependencies: ["CoachingLanguage"], exclude: ["Sentences"]),
    .testTarget(name: "PersonasTests", dependencies: ["Personas", "CoachingLanguage"]),
    .testTarget(name: "EvaluatorTests", dependencies: ["Evaluator", "CoachingLanguage"]),
    .testTarget(
      name: "PracticeTests", dependencies: ["Practice", "Personas", "Evaluator", "CoachingLanguage", "TestSupport"]),
    .testTarget(
      name: "WorkshopTests", dependencies: ["Workshop", "Reporting", "Practice", "LineEditing", "TestSupport"],
      exclude: ["Snapshots"]),
    .testTarget(name: "ReportingTests", dependencies: ["Reporting", "Practice", "TestSupport"]),
    // A program that only reads lines, for LineEditingTests to drive through a pseudo-terminal.
    .executableTarget(name: "line-editing-probe", dependencies: ["LineEditing"], path: "Tests/LineEditingProbe"),
    .testTarget(name: "LineEditingTests", dependencies: ["LineEditing", "TestSupport", "line-editing-probe"]),
    // The program the README shows, for CommandTests to build and run.
    .executableTarget(
      name: "readme-example", dependencies: ["Evaluator", "CoachingLanguage"], path: "Tests/ReadmeExample"),
    // Measures how long a group waits for its screen: swift run -c release redraw-benchmark
    .executableTarget(
      name: "redraw-benchmark",
      dependencies: [
        "CoachingLanguage", "Evaluator", "LineEditing", "Personas", "Practice", "Reporting", "TestSupport", "Workshop",
      ],
      path: "Tests/RedrawBenchmark"),
    .testTarget(name: "CommandTests", dependencies: ["doorvraag", "TestSupport", "readme-example"]),
  ],
  swiftLanguageModes: [.v6]
)
