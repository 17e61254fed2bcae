# Tirazh: build, test, try out. `make demo` and `make test` install what they need.

SWIFT_FLAGS := --explicit-target-dependency-import-check error
PACKAGES_BUILD := libcups2-dev libpoppler-glib-dev libpango1.0-dev libarchive-dev libqrencode-dev libqpdf-dev libseccomp-dev zlib1g-dev libxlsxwriter-dev \
  libsqlite3-dev pkg-config fonts-paratype fonts-dejavu-core
PACKAGES_TRY := cups-daemon cups-client cups-ipp-utils dbus-daemon iproute2 poppler-utils time
PACKAGES_PACK := binutils dpkg-dev patchelf python3 rpm xz-utils
PACKAGES_PROVE := cpio debootstrap desktop-file-utils lintian man-db mount
PACKAGES_TEST := zbar-tools mupdf-tools qpdf strace chromium chromium-driver python3-pip

.PHONY: all pictures build release deps test soak chaos corpus pdfium lint format demo bench fuzz packages packages-proof clean

all: build

## Installs missing system packages (apt-get; with sudo when not root).
deps:
	@sh .ci/deps $(PACKAGES_BUILD) $(PACKAGES_TRY) $(PACKAGES_TEST)

build: deps
	swift build $(SWIFT_FLAGS)

release: deps
	swift build -c release --product tirazh $(SWIFT_FLAGS)

test: deps
	@sh .ci/axe
	swift build --build-tests $(SWIFT_FLAGS)
	SWIFT_BACKTRACE=enable=no swift test --skip-build --disable-xctest

## 10,000 mornings of a simulated fleet; `make soak MORNINGS=100000` for a long night.
MORNINGS ?= 10000
soak: deps
	swift build --build-tests $(SWIFT_FLAGS)
	TIRAZH_MORNINGS=$(MORNINGS) SWIFT_BACKTRACE=enable=no swift test --skip-build --disable-xctest --filter FleetTests

## Program, CUPS and printers killed at random for five minutes, and what was printed decoded.
CHAOS ?= 300
chaos: deps
	swift build --build-tests $(SWIFT_FLAGS)
	TIRAZH_CHAOS=$(CHAOS) SWIFT_BACKTRACE=enable=no swift test --skip-build --disable-xctest --filter ChaosTests

## How each PDF of a folder would be printed, and whether another renderer sees the same page:
## `make corpus CORPUS=FOLDER`.
corpus: deps
	@test -d "$(CORPUS)" || { echo "make corpus CORPUS=FOLDER: no folder '$(CORPUS)'"; exit 2; }
	swift build --build-tests $(SWIFT_FLAGS)
	TIRAZH_CORPUS_TABLE="$(CORPUS)" SWIFT_BACKTRACE=enable=no swift test --skip-build --disable-xctest \
	  --filter CorpusTableTests

## A third renderer for the tests of pages that are printed as they are, in a private Python.
pdfium:
	python3 -m venv .build/pdfium
	.build/pdfium/bin/pip install --quiet pypdfium2==5.15.2

## Pictures of the console's screens, to be looked at: `make pictures PICTURES=FOLDER`.
PICTURES ?= .build/pictures
pictures: deps
	mkdir -p $(PICTURES)
	swift build --build-tests $(SWIFT_FLAGS)
	TIRAZH_PICTURES=$(abspath $(PICTURES)) SWIFT_BACKTRACE=enable=no swift test --skip-build --disable-xctest --filter BrowserTests/pictures

lint:
	swift format lint --strict -r -p Package.swift Sources Tests Layouts

format:
	swift format -i -r -p Package.swift Sources Tests Layouts

## The main job on examples/, on private printers that it starts and ends itself.
demo: release
	@bash examples/demo.sh .build/release/tirazh

## Whole-process figures: 300 participants, 8 pages, 20 rooms, two variants, to a folder.
bench: release
	TIRAZH_BENCH=1 swift build -c release --product corebench
	@bash examples/bench.sh .build/release/tirazh .build/release/corebench

## Each reader on changed files, a minute each; `make fuzz SECONDS=10` for a short look.
SECONDS ?= 60
fuzz: deps
	@bash Tests/Fuzz/fuzz.sh $(SECONDS)

## .deb, .rpm, .tar.gz and SBOM of the commit, in .build/packages; the same commit, the same bytes.
packages: deps
	@sh .ci/deps $(PACKAGES_PACK)
	@.ci/packages/build

## The packages in bare root folders of Debian 11 to 13, and where there is nothing but a shell. As root.
packages-proof:
	@sh .ci/deps $(PACKAGES_PROVE) $(PACKAGES_TRY)
	@.ci/packages/proof

clean:
	rm -rf .build .build-fuzz /tmp/tirazh-build
