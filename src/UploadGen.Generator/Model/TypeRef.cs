namespace UploadGen.Generator.Model;

/// <summary>A use of a type: what stands where C# wants a type name.</summary>
internal abstract record TypeRef
{
    /// <summary>Whether C# treats the type as a struct, so that <c>T?</c> is <c>Nullable&lt;T&gt;</c>.</summary>
    public abstract bool IsValueType { get; }

    /// <summary>Whether a value is one text outside of JSON: a scalar of known type, or an enum.</summary>
    public bool IsText => AsNonNullable() is ScalarType { Kind: not Scalar.Element } or NamedType { IsEnum: true };

    /// <summary>Whether a value is a text or a list of texts.</summary>
    public bool IsTextOrTexts => IsText || AsNonNullable() is ListType { Item.IsText: true };

    /// <summary>The same type, with <c>null</c> allowed.</summary>
    public TypeRef AsNullable() => this is NullableType ? this : new NullableType(this);

    /// <summary>The same type, without <c>null</c>.</summary>
    public TypeRef AsNonNullable() => this is NullableType nullable ? nullable.Inner : this;

    /// <summary>The same type as C# knows it: however its numbers are spelled in JSON.</summary>
    public TypeRef InCSharp => this switch
    {
        ScalarType { ReadsText: true } number => number with { ReadsText = false },
        NullableType nullable => new NullableType(nullable.Inner.InCSharp),
        ListType list => new ListType(list.Item.InCSharp),
        MapType map => new MapType(map.Value.InCSharp),
        _ => this,
    };
}

/// <summary>A type that JSON has itself, or a string format that .NET has a type for.</summary>
internal sealed record ScalarType(Scalar Kind) : TypeRef
{
    public override bool IsValueType => Kind is not (Scalar.String or Scalar.Uri or Scalar.Bytes);

    public bool IsInteger => Kind is Scalar.Int32 or Scalar.Int64;

    public bool IsNumber => IsInteger || Kind is Scalar.UInt64 or Scalar.Single or Scalar.Double or Scalar.Decimal;

    /// <summary>Whether a number may come as a text, too.</summary>
    public bool ReadsText { get; init; }
}

/// <summary>A type that is generated from the document.</summary>
internal sealed record NamedType(string Name, NamedKind Kind) : TypeRef
{
    public override bool IsValueType => IsEnum;

    /// <summary>Whether it has known values, which are texts or integers.</summary>
    public bool IsEnum => Kind is NamedKind.Enum or NamedKind.IntegerEnum;
}

internal sealed record ListType(TypeRef Item) : TypeRef
{
    public override bool IsValueType => false;
}

/// <summary>A JSON object whose member names are data.</summary>
internal sealed record MapType(TypeRef Value) : TypeRef
{
    public override bool IsValueType => false;
}

internal sealed record NullableType(TypeRef Inner) : TypeRef
{
    public override bool IsValueType => Inner.IsValueType;
}

/// <summary>A file: the caller's content on its way out, a stream on its way in.</summary>
internal sealed record FileType : TypeRef
{
    public override bool IsValueType => false;
}

/// <summary>A body's items, which are sent or read as they come.</summary>
internal sealed record StreamType(TypeRef Item) : TypeRef
{
    public override bool IsValueType => false;
}

internal enum Scalar
{
    String,
    Boolean,
    Int32,
    Int64,

    /// <summary>An integer of 64 bits without a sign.</summary>
    UInt64,

    /// <summary>An integer of more than 64 bits.</summary>
    BigInteger,
    Single,
    Double,
    Decimal,
    Guid,
    DateTimeOffset,
    DateOnly,
    Uri,
    Bytes,

    /// <summary>Any JSON value.</summary>
    Element,
}

internal enum NamedKind
{
    Record,

    /// <summary>A text with known values.</summary>
    Enum,

    /// <summary>An integer with known values.</summary>
    IntegerEnum,
    Union,
}
