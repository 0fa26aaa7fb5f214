using System.Globalization;

namespace UploadGen.Directory;

/// <summary>What a generator made of a document.</summary>
/// <param name="Tool"><c>uploadgen</c> or <c>nswag</c>.</param>
/// <param name="Document">Its name in the directory.</param>
/// <param name="KiB">The document's size.</param>
/// <param name="Failure">Why nothing was generated; empty when something was.</param>
/// <param name="Operations">The operations that stand in the document, counted in its JSON.</param>
/// <param name="Lost">Those of them that have no method and no diagnostic that says so. Not counted for peers.</param>
/// <param name="Errors">The compiler's errors in what was generated.</param>
/// <param name="Warnings">The compiler's warnings in it, with nullable and documentation warnings on. Not counted for peers.</param>
/// <param name="Diagnostics">What the generator itself said, as <c>UPG003×2</c>.</param>
/// <param name="Lines">Of generated code.</param>
/// <param name="AssemblyKiB">The size of the assembly; 0 where there is none.</param>
/// <param name="Generating">Processor seconds for reading and generating.</param>
/// <param name="Compiling">Processor seconds for compiling what was generated, with parsing.</param>
/// <param name="PeakMiB">The most memory that the process has had so far.</param>
/// <param name="Note">The first error or warning.</param>
internal sealed record Trial(
    string Tool,
    string Document,
    long KiB,
    string Failure,
    int Operations,
    int Lost,
    int Errors,
    int Warnings,
    string Diagnostics,
    int Lines,
    long AssemblyKiB,
    double Generating,
    double Compiling,
    long PeakMiB,
    string Note)
{
    public const string Header
        = "tool\tdocument\tKiB\tfailure\toperations\tlost\terrors\twarnings\tdiagnostics\tlines\tassemblyKiB\tgenerating\tcompiling\tpeakMiB\tnote";

    public bool IsGenerated => Failure.Length == 0;

    public bool Compiles => IsGenerated && Errors == 0;

    public bool IsClean => Compiles && Warnings == 0 && Lost == 0;

    public double Seconds => Generating + Compiling;

    public static Trial Failed(string tool, string document, long bytes, string reason)
        => new(tool, document, bytes / 1024, reason, 0, 0, 0, 0, "", 0, 0, 0, 0, 0, "");

    public static Trial Parse(string line)
    {
        var cells = line.Split('\t');
        return new Trial(
            cells[0], cells[1], Long(cells[2]), cells[3], (int)Long(cells[4]), (int)Long(cells[5]), (int)Long(cells[6]), (int)Long(cells[7]),
            cells[8], (int)Long(cells[9]), Long(cells[10]), Double(cells[11]), Double(cells[12]), Long(cells[13]), cells[14]);
    }

    public string ToLine() => string.Create(
        CultureInfo.InvariantCulture,
        $"{Tool}\t{Document}\t{KiB}\t{OneLine(Failure)}\t{Operations}\t{Lost}\t{Errors}\t{Warnings}\t{Diagnostics}\t{Lines}\t{AssemblyKiB}\t"
        + $"{Generating:F3}\t{Compiling:F3}\t{PeakMiB}\t{OneLine(Note)}");

    private static string OneLine(string text)
    {
        var line = string.Join(' ', text.Split(['\t', '\r', '\n'], StringSplitOptions.RemoveEmptyEntries));
        return line[..Math.Min(line.Length, 300)];
    }

    private static long Long(string cell) => long.Parse(cell, CultureInfo.InvariantCulture);

    private static double Double(string cell) => double.Parse(cell, CultureInfo.InvariantCulture);
}
