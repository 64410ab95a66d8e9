<?php
// The sheet as TCPDF draws it. Arguments: folder, labels, rounds. See Round.java for what is written out.
const LIBRARY = '/usr/share/php/tcpdf/tcpdf.php';
if (!is_file(LIBRARY)) {
	exit(3);
}
require LIBRARY;

[, $folder, $labels, $rounds] = $argv;
$lines = file("$folder/lines.txt", FILE_IGNORE_NEW_LINES);
$rows = array_map(fn($row) => explode("\t", $row),
	array_slice(file("$folder/labels.tsv", FILE_IGNORE_NEW_LINES), 0, (int) $labels));
$regular = TCPDF_FONTS::addTTFfont("$folder/regular.ttf", 'TrueTypeUnicode', '', 32, "$folder/");
$bold = TCPDF_FONTS::addTTFfont("$folder/bold.ttf", 'TrueTypeUnicode', '', 32, "$folder/");

function sheets(string $folder, array $lines, array $rows, string $regular, string $bold): string {
	$pdf = new TCPDF('P', 'mm', 'A4', true, 'UTF-8');
	$pdf->setPrintHeader(false);
	$pdf->setPrintFooter(false);
	$pdf->setAutoPageBreak(false);
	$pdf->setMargins(0, 0, 0);
	$pdf->setCellPadding(0);
	$pdf->setFontSubsetting(true);
	foreach ($rows as $index => [$content, $letters]) {
		$cell = $index % 21;
		if ($cell === 0) {
			$pdf->AddPage();
		}
		$x = 7.21 + 66.04 * ($cell % 3);
		$y = 15.15 + 38.1 * intdiv($cell, 3);
		$pdf->write2DBarcode($content, 'QRCODE,M', $x + 4.4, $y + 4.4, 17.2, 17.2);
		foreach ($lines as $n => $line) {
			$pdf->setFont($n === 0 ? $bold : $regular, '', $n === 0 ? 11 : 8, "$folder/" . ($n === 0 ? $bold : $regular) . '.php');
			$pdf->Text($x + 25, $y + 4 + 5 * $n, $line);
		}
		$pdf->setFont($regular, '', 8, "$folder/$regular.php");
		$pdf->Text($x + 4.4, $y + 26, $letters);
	}
	return $pdf->Output('', 'S');
}

function cpu(): float {
	$used = getrusage();
	return $used['ru_utime.tv_sec'] + $used['ru_stime.tv_sec'] + ($used['ru_utime.tv_usec'] + $used['ru_stime.tv_usec']) / 1e6;
}

for ($round = 0; $round <= $rounds; $round++) {
	$begun = cpu();
	$clock = hrtime(true);
	$file = sheets($folder, $lines, $rows, $regular, $bold);
	$seconds = cpu() - $begun;
	$wall = (hrtime(true) - $clock) / 1e9;
	if ($round > 0) {
		printf("TCPDF\t%.6f\t%.6f\t%d\n", $seconds, $wall, strlen($file));
	}
}
file_put_contents("$folder/tcpdf.pdf", $file);
preg_match('/VmHWM:\s+(\d+)/', file_get_contents('/proc/self/status'), $peak);
printf("peak\t%d\n", $peak[1]);
