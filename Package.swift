// swift-tools-version: 6.2
import PackageDescription

/// The one place of the version.
let version = "0.1.0"

/// Every Swift target is compiled under the same strict rules.
let strict: [SwiftSetting] = [
  .swiftLanguageMode(.v6),
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("MemberImportVisibility"),
  .enableUpcomingFeature("InternalImportsByDefault"),
  .enableUpcomingFeature("NonisolatedNonsendingByDefault"),
  .strictMemorySafety(),
  .treatAllWarnings(as: .error),
]

/// A C library of the system: a module map and a shim under `Sources/Clibs`.
func clib(_ name: String, pkgConfig: String? = nil, apt: String) -> Target {
  .systemLibrary(
    name: name, path: "Sources/Clibs/\(name)", pkgConfig: pkgConfig, providers: [.apt([apt])])
}

func target(_ name: String, path: String? = nil, _ dependencies: [Target.Dependency]) -> Target {
  .target(
    name: name, dependencies: dependencies, path: path ?? "Sources/\(name)", swiftSettings: strict)
}

func wrapper(_ name: String, _ dependencies: [Target.Dependency]) -> Target {
  target(name, path: "Sources/Wrappers/\(name)", dependencies)
}

func tests(_ name: String, _ dependencies: [Target.Dependency]) -> Target {
  .testTarget(
    name: "\(name)Tests", dependencies: [.byName(name: name)] + dependencies,
    swiftSettings: strict)
}

let grdb = Target.Dependency.product(name: "GRDB", package: "GRDB.swift")
let crypto = Target.Dependency.product(name: "Crypto", package: "swift-crypto")
let argumentParser = Target.Dependency.product(
  name: "ArgumentParser", package: "swift-argument-parser")

/// What serves and draws the console.
let web: [Target.Dependency] = [
  .product(name: "Hummingbird", package: "hummingbird"),
  .product(name: "HTTPTypes", package: "swift-http-types"),
  .product(name: "Logging", package: "swift-log"),
  .product(name: "Mustache", package: "swift-mustache"),
  .product(name: "NIOCore", package: "swift-nio"),
]

let package = Package(
  name: "tirazh",
  defaultLocalization: "ru",
  products: [.executable(name: "tirazh", targets: ["tirazh"])],
  dependencies: [
    .package(url: "https://github.com/groue/GRDB.swift", exact: "7.10.0"),
    .package(url: "https://github.com/apple/swift-argument-parser", exact: "1.8.2"),
    .package(url: "https://github.com/apple/swift-crypto", exact: "4.5.2"),
    .package(url: "https://github.com/jpsim/Yams", exact: "6.2.2"),
    .package(url: "https://github.com/hummingbird-project/hummingbird", exact: "2.28.1"),
    .package(url: "https://github.com/apple/swift-http-types", exact: "1.8.0"),
    .package(url: "https://github.com/apple/swift-log", exact: "1.16.2"),
    .package(url: "https://github.com/apple/swift-nio", exact: "2.101.2"),
    .package(url: "https://github.com/hummingbird-project/swift-mustache", exact: "2.1.1"),
  ],
  targets: [
    clib("CCairo", pkgConfig: "pangocairo", apt: "libpango1.0-dev"),
    clib("CPoppler", pkgConfig: "poppler-glib", apt: "libpoppler-glib-dev"),
    clib("CCups", apt: "libcups2-dev"),
    clib("CArchive", pkgConfig: "libarchive", apt: "libarchive-dev"),
    clib("CQREncode", pkgConfig: "libqrencode", apt: "libqrencode-dev"),
    clib("CQPDF", pkgConfig: "libqpdf", apt: "libqpdf-dev"),
    clib("CSeccomp", pkgConfig: "libseccomp", apt: "libseccomp-dev"),
    clib("CXLSXWriter", pkgConfig: "xlsxwriter", apt: "libxlsxwriter-dev"),
    clib("CZlib", pkgConfig: "zlib", apt: "zlib1g-dev"),
    .target(name: "CGlyphCounts", path: "Sources/Clibs/CGlyphCounts"),
    .target(name: "CExample", path: "Sources/Clibs/CExample"),
    .target(
      name: "CBuild", path: "Sources/Clibs/CBuild",
      cSettings: [
        .define("TIRAZH_VERSION", to: version),
        .define("TIRAZH_COMMIT", to: Context.environment["TIRAZH_COMMIT"] ?? ""),
      ]),

    wrapper("Cairo", ["CCairo"]),
    wrapper("Poppler", ["CPoppler", "CGlyphCounts", "Cairo"]),
    wrapper("QPDF", ["CQPDF", "Zlib"]),
    wrapper("Zlib", ["CZlib"]),
    wrapper("Cups", ["CCups"]),
    wrapper("Archive", ["CArchive"]),
    wrapper("QREncode", ["CQREncode"]),
    wrapper("XLSXWriter", ["CXLSXWriter"]),
    wrapper("ChildProcess", []),
    wrapper("Example", ["CExample"]),
    wrapper("Build", ["CBuild"]),
    wrapper("Confinement", ["CSeccomp"]),

    target("Exam", []),
    target("Planning", ["Exam"]),
    target("Tables", ["Archive"]),
    target("Intake", ["Exam", "Tables", "Archive", "Yams"]),
    .target(
      name: "LayoutFiles", path: "Layouts", exclude: ["README.md"],
      resources: [.embedInCode("vpr"), .embedInCode("plain")], swiftSettings: strict),
    target("Layout", ["Exam", "Cairo", "QREncode", "Yams", "LayoutFiles"]),
    // Pages are looked at pixel by pixel: unoptimised code would take half the time of every test.
    .target(
      name: "Inspection", dependencies: ["Exam", "Poppler", "Cairo"],
      swiftSettings: strict + [.unsafeFlags(["-O"], .when(configuration: .debug))]),
    target(
      "Composition",
      ["Exam", "Planning", "Layout", "Inspection", "Cairo", "Poppler", "QPDF", "Zlib"]),
    target("RenderProtocol", ["Exam", "Planning"]),
    target(
      "RenderWorker",
      [
        "Exam", "Planning", "Layout", "RenderProtocol", "Composition", "Poppler", "Cairo", "QPDF",
        "Confinement",
      ]),
    target("RenderClient", ["RenderProtocol", "ChildProcess", "Exam", "Planning"]),
    target("PrintRun", ["Exam", "Planning"]),
    target("Printing", ["Exam", "PrintRun", "Cups"]),
    target("Journal", ["Exam", "Planning", "PrintRun", grdb, crypto]),
    target(
      "Operations",
      [
        "Exam", "Planning", "PrintRun", "Intake", "Layout", "LayoutFiles", "RenderProtocol",
        "RenderClient", "Printing", "Journal", "XLSXWriter", "Example", crypto,
      ]),
    target("Screens", ["Exam", "Intake", "Planning", "PrintRun", "Printing", "Operations"]),
    .target(
      name: "Web",
      dependencies: ["Exam", "Intake", "Planning", "PrintRun", "Operations", "Screens", crypto]
        + web,
      resources: [.embedInCode("Files")], swiftSettings: strict),
    target(
      "Commands",
      [
        "Exam", "Intake", "Planning", "PrintRun", "Printing", "Operations", "Screens", "Web",
        "Build",
        "ChildProcess", argumentParser,
      ]),
    .executableTarget(
      name: "tirazh", dependencies: ["Commands", "RenderWorker"], swiftSettings: strict),

    tests("Exam", []),
    tests("QREncode", []),
    tests("Cairo", []),
    tests("Layout", ["Exam", "LayoutFiles"]),
    tests("PrintRun", ["Exam", "Planning"]),
    tests("Printing", ["Cups", "Exam", "PrintRun"]),
    tests("Commands", ["Exam", "Intake", "Planning", "PrintRun", "Screens", argumentParser]),
    tests("Web", ["Exam", "Screens"]),
    tests(
      "Composition",
      ["Cairo", "Exam", "Inspection", "Layout", "LayoutFiles", "Planning", "QPDF", "Zlib"]),
    tests("RenderClient", ["Exam", "LayoutFiles", "Planning", "RenderProtocol", "tirazh"]),
    tests("RenderWorker", ["Confinement", "Exam"]),
    tests("Archive", []),
    tests("Tables", []),
    tests("Intake", ["Exam", "Archive", "Tables"]),
    tests("Planning", ["Exam"]),
    tests("Journal", ["Exam", "Planning", "PrintRun", grdb]),

    // Rasters are compared byte by byte: unoptimised code would take minutes.
    .target(
      name: "PackProof", dependencies: ["Exam", "Planning"], path: "Tests/PackProof",
      swiftSettings: strict + [.unsafeFlags(["-O"])]),
    .testTarget(
      name: "EndToEndTests",
      dependencies: ["tirazh", "PackProof", "ChildProcess", "Exam", "Planning"],
      swiftSettings: strict),
  ]
)

// Only for `make bench`.
if Context.environment["TIRAZH_BENCH"] != nil {
  package.targets.append(
    .executableTarget(
      name: "corebench", dependencies: ["Exam", "Intake", "Planning"], path: "Tests/CoreBench",
      swiftSettings: strict))
}

// Links only with libFuzzer: `make fuzz`.
if Context.environment["TIRAZH_FUZZ"] != nil {
  package.targets.append(
    .executableTarget(
      name: "fuzz", dependencies: ["Exam", "Intake", "Archive", "Layout"], path: "Tests/Fuzz",
      exclude: ["fuzz.sh", "Dictionaries", "Seeds"],
      swiftSettings: strict))
}
