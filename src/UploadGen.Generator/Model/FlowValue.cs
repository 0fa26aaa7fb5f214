using UploadGen.Generator.Collections;

namespace UploadGen.Generator.Model;

/// <summary>What a parameter, or a member of a body, gets in a step of a flow.</summary>
internal abstract record FlowValue;

/// <summary>A member of the answer that opened the upload.</summary>
/// <param name="Path">The member.</param>
/// <param name="MustBeThere">Whether the step fails where the answer left out a member that it may leave out.</param>
internal sealed record SessionValue(MemberPath Path, bool MustBeThere) : FlowValue;

/// <summary>A parameter of the one call.</summary>
internal sealed record CallerValue(string Parameter) : FlowValue;

/// <summary>A fact of the file.</summary>
/// <param name="Role">The fact.</param>
/// <param name="Type">The type of what gets it.</param>
/// <param name="Operation">The id of the operation that first gets it, to be named where the type is too small for the file.</param>
/// <param name="WireName">What gets it there, to be named as well.</param>
internal sealed record FileValue(FileRole Role, TypeRef Type, string Operation, string WireName) : FlowValue;

/// <summary>What the file itself can say to a step.</summary>
internal enum FileRole
{
    FileName,
    Size,
    MediaType,

    /// <summary>How many parts it is sent in.</summary>
    PartCount,
}

/// <summary>A digest of the file.</summary>
/// <param name="Form">How it is made and written.</param>
/// <param name="IsBytes">Whether it is handed over as bytes, which JSON has in base64.</param>
internal sealed record DigestValue(DigestForm Form, bool IsBytes) : FlowValue;

/// <summary>The file itself.</summary>
internal sealed record ContentValue : FlowValue;

/// <summary>A fact of the part that is sent.</summary>
/// <param name="Fact">The fact.</param>
/// <param name="First">The number of the first part, for its number.</param>
internal sealed record PartValue(PartFact Fact, int First = 0) : FlowValue;

internal enum PartFact
{
    Content,
    Number,
    Range,
    Digest,

    /// <summary>Where its first byte stands in the file.</summary>
    Offset,

    /// <summary>How many bytes it has.</summary>
    Length,

    /// <summary>Whether the file ends with it.</summary>
    IsLast,

    /// <summary>How many parts there are.</summary>
    Count,

    /// <summary>How many bytes the whole file has.</summary>
    FileLength,

    /// <summary>The file's name.</summary>
    FileName,

    /// <summary>The file's media type.</summary>
    MediaType,
}

/// <summary>The numbers of the parts whose URLs are asked for.</summary>
/// <param name="First">The number of the first part of all.</param>
/// <param name="IsLong">Whether they are 64-bit integers.</param>
internal sealed record PartNumbersValue(int First, bool IsLong) : FlowValue;

/// <summary>How many URLs are asked for.</summary>
internal sealed record PartCountValue : FlowValue;

/// <summary>What the parts gave, in their order.</summary>
internal sealed record PartsValue : FlowValue;

/// <summary>Facts of the parts that are in storage: a list of records, or of one fact.</summary>
/// <param name="Type">The record's type; null where the items are a fact each.</param>
/// <param name="Members">What an item gets.</param>
internal sealed record StoredPartsValue(string? Type, EquatableArray<StoredMemberModel> Members) : FlowValue;

/// <summary>Who is told of the bytes of a part.</summary>
internal sealed record ProgressValue : FlowValue;

/// <summary>A text that the document gives.</summary>
internal sealed record TextValue(string Text) : FlowValue;

/// <summary>A value of an enum.</summary>
/// <param name="Enum">Its type.</param>
/// <param name="Member">The value's name in C#.</param>
internal sealed record EnumValue(string Enum, string Member) : FlowValue;

/// <summary>True.</summary>
internal sealed record TrueValue : FlowValue;

/// <summary>A number, or true or false, that the document gives.</summary>
/// <param name="Json">The value as JSON writes it.</param>
/// <param name="Type">The type of what gets it.</param>
internal sealed record FixedValue(string Json, TypeRef Type) : FlowValue;

/// <summary>The time at which the step is done.</summary>
internal sealed record NowValue : FlowValue;

/// <summary>A list with one item.</summary>
internal sealed record ListValue(FlowValue Item) : FlowValue;

/// <summary>Nothing.</summary>
internal sealed record NullValue : FlowValue;

/// <summary>A JSON object that the step makes.</summary>
/// <param name="Type">The object's type.</param>
/// <param name="IsRequired">Whether it is sent even if nothing is said in it.</param>
/// <param name="Members">What is said in it.</param>
internal sealed record BodyValue(NamedType Type, bool IsRequired, EquatableArray<BodyMember> Members) : FlowValue;

/// <summary>A text that is a JSON object.</summary>
/// <param name="Members">What is said in it; one that is such a text, too, is an object in it.</param>
internal sealed record JsonTextValue(EquatableArray<JsonTextMember> Members) : FlowValue;

/// <summary>What a member of a JSON object gets that no schema describes.</summary>
/// <param name="Name">Its name in JSON.</param>
/// <param name="Value">What it gets.</param>
internal sealed record JsonTextMember(string Name, FlowValue Value);

/// <summary>A file without bytes, for an operation that may take some of the file and gets all of it in others.</summary>
internal sealed record NoContentValue : FlowValue;

/// <summary>What a member of a body gets.</summary>
/// <param name="Property">The property.</param>
/// <param name="Value">What it gets.</param>
/// <param name="IsConditional">Whether it is set only when the caller said something: unset and null are two things to the API.</param>
internal sealed record BodyMember(string Property, FlowValue Value, bool IsConditional);
