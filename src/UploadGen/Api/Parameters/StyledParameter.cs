namespace UploadGen.Core;

/// <summary>
/// A parameter and its style. Texts are written as in OpenAPI's table of examples and RFC 6570. Those say nothing of lists and objects within others, which
/// are written as most servers read them: <c>name[key][]</c> in deep objects, JSON everywhere else.
/// </summary>
internal readonly record struct StyledParameter(string Name, StyledValue Value, ParameterStyle Style, bool Explode)
{
    /// <summary>OpenAPI's default: only <c>form</c> and <c>cookie</c> explode.</summary>
    public StyledParameter(string name, StyledValue value, ParameterStyle style, bool? explode)
        : this(name, value, style, explode ?? style is ParameterStyle.Form or ParameterStyle.Cookie)
    {
    }

    /// <summary>The names and texts by which it is sent in a query, a cookie or a form.</summary>
    public IEnumerable<NamedTexts> Pairs()
    {
        if (Value.IsUndefined)
        {
            return [];
        }

        if (Value.IsText || Style == ParameterStyle.Json)
        {
            return [new(Name, Value.Text)];
        }

        if (Style == ParameterStyle.DeepObject)
        {
            return Deep(Name, Value);
        }

        return Explode ? Exploded() : [new(Name, Flat(), Delimiter)];
    }

    /// <summary>The text in a path.</summary>
    public string PathText() => Expand(Uri.EscapeDataString);

    /// <summary>The text in a header, where nothing is encoded.</summary>
    public string HeaderText() => Expand(text => text);

    private string Delimiter => Style switch
    {
        ParameterStyle.SpaceDelimited => " ",
        ParameterStyle.PipeDelimited => "|",
        ParameterStyle.TabDelimited => "\t",
        _ => ",",
    };

    private IEnumerable<NamedTexts> Exploded()
    {
        if (Value.Members is null)
        {
            return ItemPairs(Name, Value);
        }

        // Each member is a parameter of its own.
        return Value.Members.Where(member => !member.Value.IsUndefined)
            .SelectMany(member => member.Value.Items is null ? [new NamedTexts(member.Key, member.Value.Text)] : ItemPairs(member.Key, member.Value));
    }

    private static IEnumerable<NamedTexts> ItemPairs(string name, StyledValue list) => list.Items!.Select(item => new NamedTexts(name, item.Text));

    private static IEnumerable<NamedTexts> Deep(string name, StyledValue value)
    {
        if (value.Members is { } members)
        {
            return members.SelectMany(member => Deep($"{name}[{member.Key}]", member.Value));
        }

        if (value.Items is { } items)
        {
            return items.SelectMany((item, i) => Deep(item.IsText ? $"{name}[]" : FormattableString.Invariant($"{name}[{i}]"), item));
        }

        return [new(name, value.Text)];
    }

    /// <summary>Items one after the other, or names and values in turn.</summary>
    private List<string> Flat()
        => [.. Value.Items?.Select(item => item.Text) ?? Value.Members?.SelectMany(member => new[] { member.Key, member.Value.Text }) ?? [Value.Text]];

    private string Expand(Func<string, string> encode)
    {
        if (Value.IsUndefined)
        {
            return "";
        }

        var name = encode(Name);
        return Style switch
        {
            ParameterStyle.Label => "." + Joined(encode, Explode ? "." : ","),
            ParameterStyle.Matrix when Value.IsText => Value.Text.Length == 0 ? $";{name}" : $";{name}={encode(Value.Text)}",
            ParameterStyle.Matrix when !Explode => $";{name}={Joined(encode, ",")}",
            ParameterStyle.Matrix when Value.Items is { } items => string.Concat(items.Select(item => $";{name}={encode(item.Text)}")),
            ParameterStyle.Matrix => ";" + Joined(encode, ";"),
            ParameterStyle.Json => encode(Value.Text),
            _ => Joined(encode, ","),
        };
    }

    private string Joined(Func<string, string> encode, string delimiter)
    {
        var texts = Explode && Value.Members is { } members
            ? members.Select(member => $"{encode(member.Key)}={encode(member.Value.Text)}")
            : Flat().Select(encode);
        return string.Join(delimiter, texts);
    }
}
