using UploadGen.Generator.Emission.Text;
using UploadGen.Generator.Model;

namespace UploadGen.Generator.Emission.Types;

/// <summary>An enum of strings or integers as an open enum: known values have names, unknown ones are kept.</summary>
internal static class EnumEmitter
{
    /// <summary>The field with the known values of an enum that has very many.</summary>
    public const string Set = "_known";

    /// <summary>The compiler takes seconds for a pattern of a thousand texts.</summary>
    private const int MostInPattern = 100;

    public static void Emit(SourceWriter writer, EnumModel model, TypeChecks checks, bool isPublic)
    {
        var name = model.Name;

        var value = Value(model);
        var description = model.Description is { Length: > 0 } text ? text : $"`{name}` of the API.";
        XmlDoc.Write(writer, description, remarks: "A value that isn't listed here is kept as the server sent it.");
        RecordEmitter.TypeAttributes(writer, model);
        var interfaces = $"{Known.JsonModel}<{name}>" + (checks.Has(name) ? $", {Known.Validatable}" : "")
            + (model.ReadsXml ? $", {Known.XmlReadable}<{name}>" : "");
        writer.Open($"{(isPublic ? "public" : "internal")} readonly partial record struct {name} : {interfaces}");
        Construct(writer, model);
        foreach (var known in model.Values)
        {
            var words = known.Description is { Length: > 0 } said ? $": {XmlDoc.Inline(said)}" : "";
            writer.Line($"/// <summary><c>{CSharpText.Xml(known.Value)}</c>{words}</summary>");
            writer.Line($"public static {name} {known.Name} => new({Literal(model, known)});");
            writer.Line();
        }

        writer.Line("/// <summary>The value as it is on the wire.</summary>");
        writer.Line(IsText(model) ? $"public string {value} => _value ?? \"\";" : $"public {TypeText.Write(new ScalarType(model.Kind))} {value} {{ get; }}");
        writer.Line();
        writer.Line("/// <summary>The value as it is on the wire.</summary>");
        var format = IsText(model) ? "" : ".ToString(global::System.Globalization.CultureInfo.InvariantCulture)";
        writer.Line($"public override string ToString() => {value}{format};");
        writer.Line();
        if (checks.Has(name))
        {
            if (HasSet(model))
            {
                writer.Line($"private static readonly global::System.Collections.Generic.HashSet<string> {Set} =");
                writer.Line("[");
                foreach (var known in model.Values)
                {
                    writer.Line($"    {CSharpText.Literal(known.Value)},");
                }

                writer.Line("];");
                writer.Line();
            }

            RecordEmitter.Validate(writer, TypeChecks.Write(model));
            writer.Line();
        }

        var write = IsText(model) ? "WriteStringValue" : "WriteNumberValue";
        var read = JsonText.ReadCall(new ScalarType(model.Kind));
        writer.Line($"void {Known.JsonModel}<{name}>.Write({Known.Utf8JsonWriter} writer) => writer.{write}({value});");
        writer.Line();
        writer.Line($"static {name} {Known.JsonModel}<{name}>.Read(ref {Known.Utf8JsonReader} reader) => new({read});");
        if (model.ReadsXml)
        {
            writer.Line();
            writer.Line($"static {name} {Known.XmlReadable}<{name}>.ReadXml({Known.XmlInput} xml) => new({Known.XmlCodec}.Read{model.Kind}(xml));");
        }

        writer.Close();
    }

    /// <summary>A text may be missing, as a struct that nobody has made has none; a number is never.</summary>
    private static void Construct(SourceWriter writer, EnumModel model)
    {
        if (IsText(model))
        {
            writer.Line("private readonly string? _value;");
            writer.Line();
        }

        writer.Line("/// <summary>A value, known or not.</summary>");
        writer.Line("/// <param name=\"value\">As it is on the wire.</param>");
        writer.Line($"public {model.Name}({TypeText.Write(new ScalarType(model.Kind))} value) => {(IsText(model) ? "_value" : Value(model))} = value;");
        writer.Line();
    }

    /// <summary>A known value as C# writes it.</summary>
    public static string Literal(EnumModel model, EnumValueModel known)
        => IsText(model) ? CSharpText.Literal(known.Value) : ArgumentText.Write(new NumberArgument(model.Kind, known.Value));

    private static bool IsText(EnumModel model) => model.Kind == Scalar.String;

    /// <summary>Whether its value is looked up in a set.</summary>
    public static bool HasSet(EnumModel model) => IsText(model) && model.Values.Count > MostInPattern;

    /// <summary>The property with the text: a member can't be called like its type.</summary>
    public static string Value(EnumModel model) => model.Name == "Value" ? "Text" : "Value";
}
