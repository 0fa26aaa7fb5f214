using UploadGen.Generator.Emission.Text;
using UploadGen.Generator.Model;

namespace UploadGen.Generator.Emission.Types;

/// <summary>A value that is one of several types.</summary>
internal static class UnionEmitter
{
    private const string Other = "other";

    private static readonly (JsonTokens Tokens, string[] Names)[] TokenNames =
    [
        (JsonTokens.String, ["String"]),
        (JsonTokens.Number, ["Number"]),
        (JsonTokens.Boolean, ["True", "False"]),
        (JsonTokens.Array, ["StartArray"]),
        (JsonTokens.Object, ["StartObject"]),
    ];

    public static void Emit(SourceWriter writer, UnionModel union, TypeChecks checks, bool isPublic)
    {
        var kinds = string.Join(", ", union.Variants.Select(variant => $"`{variant.Name}`"));
        XmlDoc.Write(writer, union.Description is { Length: > 0 } text ? text : $"One of {kinds}.");
        RecordEmitter.TypeAttributes(writer, union);
        var interfaces = $"{Known.JsonModel}<{union.Name}>" + (checks.Has(union.Name) ? $", {Known.Validatable}" : "");
        writer.Open($"{(isPublic ? "public" : "internal")} sealed partial record {union.Name} : {interfaces}");
        writer.Line($"private {union.Name}()");
        writer.Open();
        writer.Close();
        writer.Line();
        writer.Line($"/// <summary>The value itself: one of {XmlDoc.Inline(kinds)}</summary>");
        writer.Line($"public object {Value(union)} {{ get; private init; }} = \"\";");
        writer.Line();
        foreach (var variant in union.Variants)
        {
            From(writer, union, variant);
        }

        Match(writer, union);
        if (checks.Has(union.Name))
        {
            Validate(writer, union, checks);
            CheckFieldNames.Declare(writer, union.CheckFields);
            writer.Line();
        }

        Write(writer, union);
        Read(writer, union);
        writer.Close();
    }

    /// <summary>C# allows no conversion from an interface, so lists and maps come in by a method only.</summary>
    private static void From(SourceWriter writer, UnionModel union, VariantModel variant)
    {
        var type = TypeText.Write(variant.Type);
        var value = variant.Type.IsValueType ? "value" : "value ?? throw new global::System.ArgumentNullException(nameof(value))";
        writer.Line($"/// <summary>The value as {CSharpText.Xml(variant.Name)}.</summary>");
        writer.Line("/// <param name=\"value\">The value.</param>");
        writer.Line(variant.Type is ListType or MapType
            ? $"public static {union.Name} From{variant.Name}({type} value) => {New(union, value)};"
            : $"public static implicit operator {union.Name}({type} value) => {New(union, value)};");
        writer.Line();
    }

    private static void Match(SourceWriter writer, UnionModel union)
    {
        writer.Line("/// <summary>Calls the function for the type that the value has.</summary>");
        foreach (var variant in union.Variants)
        {
            XmlDoc.Param(writer, variant.Parameter, $"For a value that is {variant.Name}.");
        }

        if (union.KeepsUnknown)
        {
            XmlDoc.Param(writer, Other, "For a value of a kind that the document doesn't tell of; without it, such a value throws.");
        }

        writer.Line("/// <typeparam name=\"TResult\">What the functions return.</typeparam>");
        if (union.KeepsUnknown)
        {
            writer.Line("/// <exception cref=\"global::System.InvalidOperationException\">There is no function for the value.</exception>");
        }

        var functions = union.Variants.Select(variant => $"{Known.Func}<{TypeText.Write(variant.Type)}, TResult> {variant.Parameter}").ToList();
        writer.Line($"public TResult {MatchMethod(union)}<TResult>(");
        writer.List(union.KeepsUnknown ? [.. functions, $"{Known.Func}<{Known.JsonElement}, TResult>? {Other} = null"] : functions, ")");
        writer.Indent();
        writer.Line($"=> {Value(union)} switch");
        writer.Open();
        foreach (var variant in union.Variants)
        {
            writer.Line($"{TypeText.Write(variant.Type)} value => {variant.Parameter}(value),");
        }

        if (union.KeepsUnknown)
        {
            writer.Line($"{Known.JsonElement} value when {Other} is not null => {Other}(value),");
        }

        writer.Line("_ => throw new global::System.InvalidOperationException(),");
        writer.Close(";");
        writer.Unindent();
        writer.Line();
    }

    private static void Validate(SourceWriter writer, UnionModel union, TypeChecks checks)
    {
        writer.Open($"void {Known.Validatable}.Validate(ref {Known.Validation} validation)");
        ValidateVariant(writer, union, checks.Write(union).ToList());
        foreach (var statement in checks.WriteWhole(union))
        {
            statement.Write(writer);
        }

        writer.Close();
    }

    private static void ValidateVariant(SourceWriter writer, UnionModel union, List<(TypeRef Type, IReadOnlyList<Statement> Statements)> variants)
    {
        if (variants.Count == 0)
        {
            return;
        }

        writer.Open($"switch ({Value(union)})");
        foreach (var (type, statements) in variants)
        {
            writer.Line($"case {TypeText.Write(type)} value:");
            writer.Indent();
            foreach (var statement in statements)
            {
                statement.Write(writer);
            }

            writer.Line("break;");
            writer.Unindent();
        }

        writer.Close();
    }

    private static void Write(SourceWriter writer, UnionModel union)
    {
        writer.Open($"void {Known.JsonModel}<{union.Name}>.Write({Known.Utf8JsonWriter} writer)");
        writer.Line($"switch ({Value(union)})");
        writer.Open();
        foreach (var variant in union.Variants)
        {
            writer.Line($"case {TypeText.Write(variant.Type)} value:");
            writer.Indent();
            writer.Line(variant.Kind is { } kind
                ? $"{Known.JsonUnion}.WriteKind(writer, {CSharpText.Utf8Literal(union.Discriminator!)}, value, {Values(kind, variant)});"
                : JsonText.WriteCall(variant.Type, "value") + ";");
            writer.Line("break;");
            writer.Unindent();
        }

        if (union.KeepsUnknown)
        {
            writer.Line($"case {Known.JsonElement} value:");
            writer.Indent();
            writer.Line("value.WriteTo(writer);");
            writer.Line("break;");
            writer.Unindent();
        }

        writer.Close();
        writer.Close();
        writer.Line();
    }

    private static string Values(string kind, VariantModel variant)
        => string.Join(", ", variant.DiscriminatorValues.OrderBy(value => value != kind).Select(CSharpText.Literal));

    private static void Read(SourceWriter writer, UnionModel union)
    {
        writer.Open($"static {union.Name} {Known.JsonModel}<{union.Name}>.Read(ref {Known.Utf8JsonReader} reader)");
        ReadByDiscriminator(writer, union);
        writer.Line("switch (reader.TokenType)");
        writer.Open();
        foreach (var (tokens, names) in TokenNames)
        {
            var fitting = union.Variants.Where(variant => variant.Tokens.HasFlag(tokens)).ToList();
            if (fitting.Count > 0)
            {
                ReadToken(writer, union, names, fitting);
            }
        }

        writer.Close();
        writer.Line();
        writer.Line($"throw {Known.JsonUnion}.NoVariant(ref reader, {CSharpText.Literal(string.Join(", ", union.Variants.Select(variant => variant.Name)))});");
        writer.Close();
    }

    private static void ReadByDiscriminator(SourceWriter writer, UnionModel union)
    {
        if (union.Discriminator is not { } discriminator || union.Variants.All(variant => variant.DiscriminatorValues.Count == 0))
        {
            return;
        }

        writer.Line($"switch ({Known.JsonUnion}.Discriminator(ref reader, {CSharpText.Utf8Literal(discriminator)}))");
        writer.Open();
        foreach (var variant in union.Variants.Where(variant => variant.DiscriminatorValues.Count > 0))
        {
            foreach (var value in variant.DiscriminatorValues)
            {
                writer.Line($"case {CSharpText.Literal(value)}:");
            }

            writer.Indent();
            writer.Line($"return {New(union, JsonText.ReadCall(variant.Type))};");
            writer.Unindent();
        }

        if (union.KeepsUnknown)
        {
            writer.Line("case not null:");
            writer.Indent();
            writer.Line($"return {New(union, $"{Known.JsonCodec}.ReadElement(ref reader)")};");
            writer.Unindent();
        }

        writer.Close();
        writer.Line();
    }

    /// <summary>
    /// One type can begin with the token: read it. Several can: the first that reads without fault, and of objects the first
    /// that knows all members, so that none is lost.
    /// </summary>
    private static void ReadToken(SourceWriter writer, UnionModel union, string[] tokens, List<VariantModel> variants)
    {
        foreach (var token in tokens)
        {
            writer.Line($"case {Known.JsonTokenType}.{token}:");
        }

        if (variants.Count == 1)
        {
            writer.Indent();
            writer.Line($"return {New(union, JsonText.ReadCall(variants[0].Type))};");
            writer.Unindent();
            return;
        }

        writer.Open();
        foreach (var known in variants.Where(variant => variant.Known.Count > 0))
        {
            var texts = string.Join(" || ", known.Known.Select(text => $"reader.ValueTextEquals({CSharpText.Utf8Literal(text)})"));
            writer.Open($"if ({texts})");
            writer.Line($"return {New(union, JsonText.ReadCall(known.Type))};");
            writer.Close();
            writer.Line();
        }

        if (tokens[0] == "StartObject")
        {
            writer.Open($"foreach (var exact in {Known.JsonUnion}.ExactFirst)");
            Try(writer, union, "exact, ", variants);
            writer.Close();
            writer.Line();
        }
        else
        {
            // An enum takes any text: what isn't one of its values is another type's first.
            Try(writer, union, "", variants.OrderBy(variant => variant.Known.Count > 0));
        }

        writer.Line("break;");
        writer.Close();
    }

    private static void Try(SourceWriter writer, UnionModel union, string exact, IEnumerable<VariantModel> variants)
    {
        foreach (var variant in variants)
        {
            writer.Open($"if ({Known.JsonUnion}.TryRead(ref reader, {exact}{JsonText.Reader(variant.Type)}, out var {variant.Parameter}))");
            writer.Line($"return {New(union, variant.Parameter)};");
            writer.Close();
            writer.Line();
        }
    }

    /// <summary>Not by a constructor with a parameter: of two, C# would prefer the record's own that copies, and get there by the conversion.</summary>
    private static string New(UnionModel union, string value) => $"new() {{ {Value(union)} = {value} }}";

    /// <summary>A member can't be called like its type.</summary>
    private static string Value(UnionModel union) => union.Name == "Value" ? "InnerValue" : "Value";

    private static string MatchMethod(UnionModel union) => union.Name == "Match" ? "MatchValue" : "Match";
}
