using UploadGen.Generator.Model;

namespace UploadGen.Generator.Flows.Recognition;

/// <summary>A later step of a flow.</summary>
/// <param name="Operation">The operation that does it.</param>
/// <param name="Arguments">What the flow knows to say; all else is said by the caller.</param>
internal sealed record FoundStep(OperationModel Operation, IReadOnlyList<FoundArgument> Arguments)
{
    /// <summary>The members of the session that the step takes.</summary>
    public IEnumerable<MemberPath> SessionMembers => Arguments.SelectMany(argument => argument.Origin.Session);

    /// <summary>The parameter that takes the session's id.</summary>
    public string? SessionId => Arguments.FirstOrDefault(argument => argument is { IsParameter: true, Origin: SessionOrigin })?.Name;
}

/// <summary>What a parameter, or a property of the body, takes.</summary>
internal sealed record FoundArgument(string Name, bool IsParameter, Origin Origin)
{
    public static FoundArgument Parameter(string name, Origin origin) => new(name, IsParameter: true, origin);

    public static FoundArgument Property(string name, Origin origin) => new(name, IsParameter: false, origin);
}

/// <summary>Where a step takes a value from.</summary>
internal abstract record Origin
{
    /// <summary>The members of the session that it takes.</summary>
    public virtual IEnumerable<MemberPath> Session => [];

    /// <summary>The facts of a part that it takes.</summary>
    public virtual IEnumerable<PartFact> OfPart => [];
}

/// <summary>A member of the answer that opened the upload.</summary>
internal sealed record SessionOrigin(MemberPath Path) : Origin
{
    public override IEnumerable<MemberPath> Session => [Path];
}

/// <summary>A JSON object that is made for it.</summary>
/// <param name="Record">Its type.</param>
/// <param name="Members">What its properties take.</param>
internal sealed record ObjectOrigin(RecordModel Record, IReadOnlyList<FoundArgument> Members) : Origin
{
    public override IEnumerable<MemberPath> Session => Members.SelectMany(member => member.Origin.Session);

    public override IEnumerable<PartFact> OfPart => Members.SelectMany(member => member.Origin.OfPart);
}

/// <summary>A list with one item.</summary>
internal sealed record ListOrigin(Origin Item) : Origin
{
    public override IEnumerable<MemberPath> Session => Item.Session;

    public override IEnumerable<PartFact> OfPart => Item.OfPart;
}

/// <summary>A value of an enum.</summary>
internal sealed record EnumOrigin(EnumModel Enum, EnumValueModel Value) : Origin;

/// <summary>True.</summary>
internal sealed record TrueOrigin : Origin;

/// <summary>The time at which the step is done.</summary>
internal sealed record NowOrigin : Origin;

/// <summary>A property of the body that opened the upload.</summary>
internal sealed record RequestOrigin(string Property) : Origin;

/// <summary>A parameter of the method that opened the upload.</summary>
internal sealed record ParameterOrigin(string Parameter) : Origin;

/// <summary>The file.</summary>
internal sealed record FileOrigin(FileRole Role) : Origin;

/// <summary>A digest of the file.</summary>
internal sealed record DigestOrigin(DigestForm Form) : Origin;

/// <summary>What the parts gave, in their order.</summary>
internal sealed record PartsOrigin : Origin;

/// <summary>Facts of the parts that are in storage: a list of records, or of one fact.</summary>
/// <param name="Record">The record; null where the items are a fact each.</param>
/// <param name="Members">What an item gets.</param>
internal sealed record StoredPartsOrigin(RecordModel? Record, IReadOnlyList<StoredMemberModel> Members) : Origin;

/// <summary>A fact of a part.</summary>
/// <param name="Fact">The fact.</param>
/// <param name="First">The number of the first part, for its number.</param>
internal sealed record PartOrigin(PartFact Fact, int First = 0) : Origin
{
    public override IEnumerable<PartFact> OfPart => [Fact];
}

/// <summary>The numbers of the parts whose URLs are asked for.</summary>
/// <param name="First">The number of the first part of all.</param>
/// <param name="Most">The most that may be asked for at once.</param>
internal sealed record PartNumbersOrigin(int First, int Most = PartCountOrigin.Usual) : Origin;

/// <summary>How many URLs are asked for.</summary>
/// <param name="Most">The most that may be asked for at once.</param>
internal sealed record PartCountOrigin(int Most = PartCountOrigin.Usual) : Origin
{
    /// <summary>How many are asked for at once where the document leaves that to the client: they expire, and so not all.</summary>
    public const int Usual = 16;
}

/// <summary>A text that the document gives.</summary>
internal sealed record TextOrigin(string Text) : Origin;

/// <summary>A number, or true or false, that the document gives.</summary>
/// <param name="Json">The value as JSON writes it.</param>
internal sealed record FixedOrigin(string Json) : Origin;

/// <summary>A text that is JSON: an object, made of what its members take.</summary>
/// <param name="Members">The members, by their names in JSON.</param>
internal sealed record JsonTextOrigin(IReadOnlyList<FoundArgument> Members) : Origin
{
    public override IEnumerable<MemberPath> Session => Members.SelectMany(member => member.Origin.Session);

    public override IEnumerable<PartFact> OfPart => Members.SelectMany(member => member.Origin.OfPart);
}

/// <summary>The caller, who is asked for it.</summary>
/// <param name="Input">The name by which the statement asks.</param>
internal sealed record AskedOrigin(string Input) : Origin;
