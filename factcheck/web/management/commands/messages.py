"""The strings people read, and their translations: docs/languages.md."""

from __future__ import annotations

from argparse import ArgumentParser
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from factcheck.catalogues.compiling import compile_all
from factcheck.catalogues.extraction import extracted
from factcheck.catalogues.faults import faults
from factcheck.catalogues.places import catalogue_files, read
from factcheck.catalogues.updating import begin, update_all


class Command(BaseCommand):
    help = "Read the strings out of the source into the catalogues under locale/, and compile them."
    requires_system_checks = ()

    def add_arguments(self, parser: ArgumentParser) -> None:
        ways = parser.add_mutually_exclusive_group()
        ways.add_argument("--begin", metavar="LANGUAGE", help="start a catalogue, such as zh_Hans")
        ways.add_argument("--check", action="store_true", help="say what is missing or wrong")
        ways.add_argument("--compile", action="store_true", help="only compile what was translated")

    def handle(self, *args: Any, **options: Any) -> None:
        if options["check"]:
            self._check()
            return
        if options["begin"]:
            begin(options["begin"])
        if not options["compile"]:
            update_all(extracted())
        compile_all()

    def _check(self) -> None:
        source, count = extracted(), 0
        for language, path in catalogue_files().items():
            for fault in faults(read(path, language), source):
                count += 1
                self.stderr.write(f"{language}: {fault}")
        if count:
            raise CommandError(f"{count} faults in the catalogues.")
        self.stdout.write(f"{len(source)} strings, whole in {', '.join(catalogue_files())}.")
