using System.Text.RegularExpressions;
using UploadGen.Generator.Model;

namespace UploadGen.Generator.Flows.Recognition;

/// <summary>Recognizes what has to do with the parts of a file by the names that vendors give it.</summary>
internal static class PartMembers
{
    private static readonly string[] Counts =
    [
        "parts", "part count", "parts count", "number of parts", "num parts", "total parts",
        "chunks", "chunk count", "number of chunks", "num chunks", "total chunks",
    ];

    private static readonly string[] Sizes = ["part size", "part size bytes", "chunk size", "chunk size bytes"];
    private static readonly string[] Lengths = [.. Sizes, "part length", "chunk length", "current chunk size", "current part size"];
    private static readonly string[] FileLengths = ["file size", "total size", "total bytes", "total length", "upload length", "file length"];
    private static readonly string[] Offsets = ["offset", "byte offset", "start byte", "first byte", "upload offset", "file offset", "start offset"];
    private static readonly string[] Lasts =
    [
        "last", "final", "is last", "is final", "last part", "final part", "is last part", "is final part",
        "last chunk", "final chunk", "is last chunk", "is final chunk",
    ];

    private static readonly string[] Numbers =
        ["part number", "chunk number", "part no", "chunk no", "part num", "chunk num", "part", "chunk"];

    private static readonly string[] Ranges = ["size", "offset", "length", "start", "end", "start byte", "end byte", "first byte", "last byte", "byte offset",
        "range start", "range end", "content range start", "content range end", "start offset", "end offset", "byte start", "byte end", "part size"];
    private static readonly string[] Places =
    [
        "offset", "start byte", "first byte", "byte offset", "upload offset", "file offset", "start offset", "segment index", "segment number", "block number",
    ];

    private static readonly string[] BareCounts = ["count", "limit", "number of urls", "url count", "num urls"];
    private static readonly string[] NumberLists = ["part numbers", "chunk numbers", "part indexes"];
    private static readonly string[] Indexes = ["part index", "chunk index", "segment index", "block index"];
    private static readonly string[] Firsts = ["first part", "first part number", "start part", "start part number"];
    private static readonly string[] PieceWords =
        [.. UploadWords.Parts, "block", "blocks", "segment", "offset", "range", "seq", "sequence", "index", "position", "last", "final"];

    private static readonly Regex PieceText = new(
        @"\b(in|of|each|one|per|a) (ranges?|parts?|chunks?|blocks?|pieces?|segments?)\b|\b(ranges|parts|chunks|blocks|pieces) of\b",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant);

    private static readonly Regex NumberText = new(
        @"\b(part|chunk)('s)? (number|index)\b|\b(number|index) of the (part|chunk)\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant);

    private static readonly string[] DigestPhrases = ["rfc3230", "rfc 3230", "sha="];

    /// <summary>Whether a name is of what only a piece of a file has: its number, its place, whether it is the last.</summary>
    public static bool SaysPart(IReadOnlyList<string> words) => words.Intersect(PieceWords).Any();

    /// <summary>Whether a text speaks of a file that comes in pieces.</summary>
    public static bool SpeaksOfParts(string text) => PieceText.IsMatch(text);

    public static bool IsCount(string name, TypeRef type) => IsInteger(type) && Is(name, Counts);

    /// <summary>Whether something is the number of a part, or a list of them.</summary>
    public static bool IsNumber(string name, TypeRef type)
        => type.AsNonNullable() is ListType list
            ? IsInteger(list.Item) && Is(name, NumberLists)
            : IsInteger(type) && Is(name, [.. Numbers.Take(6), .. Indexes]);

    /// <summary>Whether an item of a list says which bytes of a file it is for, so that all of them are for one file.</summary>
    public static bool IsRange(PropertyModel property)
        => IsInteger(property.Type) && (Is(property.JsonName, Ranges) || IsNumber(property.JsonName, property.Type));

    /// <summary>Whether something says where in a file the bytes go that are sent.</summary>
    public static bool IsPlace(string name, TypeRef type) => IsNumber(type) && (Is(name, Places) || IsNumber(name, type));

    /// <summary>Whether a number's own text says that it is that of a part.</summary>
    public static bool SaysNumber(TypeRef type, string? description) => IsInteger(type) && NumberText.IsMatch(description ?? "");

    /// <summary>Whether a name is that of a part's number, where only parts are spoken of.</summary>
    public static bool IsOneNumber(string name) => Is(name, [.. Numbers, .. Indexes]);

    public static bool IsFirst(ParameterModel parameter) => IsFirst(parameter.WireName, parameter.Type);

    public static bool IsFirst(string name, TypeRef type) => IsInteger(type) && Is(name, Firsts);

    /// <summary>Whether a name is that of how many there are to be, where it can be nothing but parts.</summary>
    public static bool IsBareCount(string name) => Is(name, BareCounts);

    /// <summary>Whether a name is one of several, however its words are joined.</summary>
    public static bool IsAny(string name, string[] names) => Is(name, names);

    public static bool IsSize(PropertyModel property) => IsNumber(property.Type) && Is(property.JsonName, Sizes);

    public static bool SaysParallel(PropertyModel property)
        => property.Type.AsNonNullable() is ScalarType { Kind: Scalar.Boolean } && UploadWords.Split(property.JsonName).Contains("parallel");

    /// <summary>Whether a list is of what the parts gave: <c>part_ids</c>, <c>parts</c>, <c>eTags</c>.</summary>
    public static bool IsList(PropertyModel property)
        => property.Type.AsNonNullable() is ListType && (IsETags(property) || UploadWords.Split(property.JsonName).Intersect(UploadWords.Parts).Any());

    public static bool IsETags(PropertyModel property) => Is(property.JsonName, "etags", "part etags");

    /// <summary>Whether a member is the ETag of one part.</summary>
    public static bool IsETag(PropertyModel property)
        => property.Type.AsNonNullable() is ScalarType { Kind: Scalar.String } && Is(property.JsonName, "etag", "partetag");

    /// <summary>The digest header of RFC 3230, if the text says that it is that.</summary>
    public static bool IsDigest(ParameterModel parameter)
        => parameter.In == ParameterIn.Header
            && parameter.Type.AsNonNullable() is ScalarType { Kind: Scalar.String }
            && Is(parameter.WireName, "digest")
            && DigestPhrases.Any((parameter.Description ?? "").ToLowerInvariant().Contains);

    /// <summary>What a parameter takes of the part that is sent, or null.</summary>
    public static PartOrigin? FactOf(ParameterModel parameter)
        => IsDigest(parameter) ? new PartOrigin(PartFact.Digest)
            : parameter.In == ParameterIn.Header && Is(parameter.WireName, "content range") ? new PartOrigin(PartFact.Range)
            : FactOf(parameter.WireName, parameter.Type, parameter.Limits);

    /// <summary>Whether a parameter takes what only a part has: the length of the whole file is told of that, too.</summary>
    public static bool IsOfPart(ParameterModel parameter) => FactOf(parameter) is { Fact: not PartFact.FileLength };

    /// <summary>What a field of a form takes of the part that is sent with it, or null.</summary>
    public static PartOrigin? FactOf(FormFieldModel field) => FactOf(field.WireName, field.Type, field.Limits);

    /// <summary>Whether something can hold a fact of a part, however large the file is.</summary>
    public static bool Fits(PartFact fact, TypeRef type) => (fact, type) switch
    {
        (PartFact.Range or PartFact.Digest or PartFact.FileName or PartFact.MediaType, ScalarType { Kind: Scalar.String }) => true,
        (PartFact.IsLast, ScalarType { Kind: Scalar.Boolean }) => true,
        (PartFact.Number or PartFact.Count, ScalarType { IsNumber: true }) => true,
        (PartFact.Offset or PartFact.Length or PartFact.FileLength, ScalarType { Kind: Scalar.Int64 or Scalar.Double or Scalar.Decimal }) => true,
        _ => false,
    };

    private static PartOrigin? FactOf(string name, TypeRef type, LimitsModel limits)
    {
        var fact = Is(name, Numbers) ? new PartOrigin(PartFact.Number, FirstOf(limits, 1))
            : Is(name, Indexes) ? new PartOrigin(PartFact.Number, FirstOf(limits, 0))
            : Is(name, Offsets) ? new PartOrigin(PartFact.Offset)
            : Is(name, Lengths) ? new PartOrigin(PartFact.Length)
            : Is(name, FileLengths) ? new PartOrigin(PartFact.FileLength)
            : Is(name, Counts) ? new PartOrigin(PartFact.Count)
            : Is(name, Lasts) ? new PartOrigin(PartFact.IsLast)
            : null;
        return fact is not null && Fits(fact.Fact, type.AsNonNullable()) ? fact : null;
    }

    /// <summary>The number of the first part: as the document's <c>minimum</c> says, or else as S3 counts.</summary>
    public static int FirstOf(ParameterModel parameter) => FirstOf(parameter.Limits, 1);

    /// <inheritdoc cref="FirstOf(ParameterModel)"/>
    public static int FirstOf(PropertyModel property) => FirstOf(property.JsonName, property.Limits);

    /// <inheritdoc cref="FirstOf(ParameterModel)"/>
    public static int FirstOf(string name, LimitsModel limits) => FirstOf(limits, Is(name, Indexes) ? 0 : 1);

    private static int FirstOf(LimitsModel limits, int usual) => limits.Minimum switch
    {
        "0" => 0,
        "1" => 1,
        _ => usual,
    };

    private static bool Is(string name, params string[] names)
    {
        var words = UploadWords.Split(name);
        return names.Contains(string.Join(" ", words)) || names.Contains(string.Concat(words));
    }

    private static bool IsInteger(TypeRef type) => type.AsNonNullable() is ScalarType { Kind: Scalar.Int32 or Scalar.Int64 };

    private static bool IsNumber(TypeRef type)
        => IsInteger(type) || type.AsNonNullable() is ScalarType { Kind: Scalar.Double or Scalar.Single or Scalar.Decimal };
}
