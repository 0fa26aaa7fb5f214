using UploadGen.Generator.Tests.Harness;

namespace UploadGen.Generator.Tests.Schemas;

/// <summary>What a document calls the values of an enum, as the generators of documents write it.</summary>
public class EnumNameTests
{
    [Theory]
    [InlineData(""" "x-enum-varnames": ["Small", "VeryLarge"] """, "Small", "VeryLarge")]
    [InlineData(""" "x-enumNames": ["SMALL", "very-large"] """, "Small", "VeryLarge")]
    [InlineData(""" "x-ms-enum": { "name": "Size", "values": [{ "value": "xl", "name": "Large" }] } """, "S", "Large")]
    [InlineData(""" "x-enum-varnames": ["Small"] """, "S", "Xl")]
    [InlineData(""" "x-enum-varnames": ["Same", "Same"] """, "Same", "Same2")]
    [InlineData(""" "x-enum-varnames": ["", 5] """, "S", "Xl")]
    public void The_values_have_the_names_that_the_document_gives_them(string names, string first, string second)
    {
        using var generated = GeneratedAssembly.Of(Spec.Schemas($$""" "Size": { "type": "string", "enum": ["s", "xl"], {{names}} } """));

        var size = generated.Type("Size");
        Assert.Equal("s", size.GetProperty(first)!.GetValue(null)!.ToString());
        Assert.Equal("xl", size.GetProperty(second)!.GetValue(null)!.ToString());
        Assert.Equal("\"xl\"", generated.RoundTrip("Size", "\"xl\""));
    }

    [Theory]
    [InlineData(""" "x-enum-descriptions": ["Up to 1 < 2 kg", "More"] """)]
    [InlineData(""" "x-ms-enum": { "values": [{ "value": "s", "description": "Up to 1 < 2 kg" }] } """)]
    public void Their_descriptions_are_documentation(string descriptions)
    {
        var run = GeneratorRun.Of(Spec.Schemas($$""" "Size": { "type": "string", "enum": ["s", "xl"], {{descriptions}} } """)).AssertCompiles();

        Assert.Contains(run.Files.Values, text => text.Contains("<c>s</c>: Up to 1 &lt; 2 kg</summary>", StringComparison.Ordinal)
            || text.Contains("<c>s</c>: Up to 1 &lt; 2 kg.</summary>", StringComparison.Ordinal));
    }
}
