using UploadGen.Generator.Emission.Text;
using UploadGen.Generator.Model;

namespace UploadGen.Generator.Emission.Types;

/// <summary>A string enum as an open enum: known values have names, unknown ones are kept.</summary>
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
        var interfaces = $"{Known.JsonModel}<{name}>" + (checks.Has(name) ? $", {Known.Validatable}" : "");
        writer.Open($"{(isPublic ? "public" : "internal")} readonly partial record struct {name} : {interfaces}");
        writer.Line("private readonly string? _value;");
        writer.Line();
        writer.Line("/// <summary>A value, known or not.</summary>");
        writer.Line("/// <param name=\"value\">As it is on the wire.</param>");
        writer.Line($"public {name}(string value) => _value = value;");
        writer.Line();
        foreach (var known in model.Values)
        {
            var words = known.Description is { Length: > 0 } said ? $": {XmlDoc.Inline(said)}" : "";
            writer.Line($"/// <summary><c>{CSharpText.Xml(known.Value)}</c>{words}</summary>");
            writer.Line($"public static {name} {known.Name} => new({CSharpText.Literal(known.Value)});");
            writer.Line();
        }

        writer.Line("/// <summary>The value as it is on the wire.</summary>");
        writer.Line($"public string {value} => _value ?? \"\";");
        writer.Line();
        writer.Line("/// <summary>The value as it is on the wire.</summary>");
        writer.Line($"public override string ToString() => {value};");
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

        writer.Line($"void {Known.JsonModel}<{name}>.Write({Known.Utf8JsonWriter} writer) => writer.WriteStringValue({value});");
        writer.Line();
        writer.Line($"static {name} {Known.JsonModel}<{name}>.Read(ref {Known.Utf8JsonReader} reader) => new({Known.JsonCodec}.ReadString(ref reader));");
        writer.Close();
    }

    /// <summary>Whether its value is looked up in a set.</summary>
    public static bool HasSet(EnumModel model) => model.Values.Count > MostInPattern;

    /// <summary>The property with the text: a member can't be called like its type.</summary>
    public static string Value(EnumModel model) => model.Name == "Value" ? "Text" : "Value";
}
