using System.ComponentModel.DataAnnotations;
using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;
using UploadGen.Generator.Tests.Harness;

namespace UploadGen.Generator.Tests.JsonSchemaSuite;

/// <summary>Random schemas, random values: the generated checks say the same as an evaluator written straight from the specification.</summary>
public class LimitPropertyTests
{
    private const int Schemas = 120;
    private const int Values = 40;

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public void Generated_checks_agree_with_a_naive_evaluator(int seed)
    {
        // The same numbers on every machine: this is about repeatability, not about secrets.
#pragma warning disable CA5394
        var random = new Random(seed);
        var schemas = Enumerable.Range(0, Schemas).Select(_ => Schema(random, 0)).ToList();
        var components = string.Join(",", schemas.Select((schema, i) => $$"""
            "H{{i}}": { "type": "object", "required": ["value"], "properties": { "value": {{schema.ToJsonString()}} } }
            """));
        var paths = string.Join(",", schemas.Select((_, i) => $$"""
            "/h{{i}}": { "post": { "operationId": "send{{i}}", "responses": {}, "requestBody": { "content": { "application/json": {
              "schema": { "$ref": "#/components/schemas/H{{i}}" } } } } } }
            """));
        using var code = GeneratedAssembly.Of(Spec.Document($$"""{ {{paths}} }, "components": { "schemas": { {{components}} } }"""));
        for (var i = 0; i < Schemas * Values; i++)
        {
            var schema = schemas[i % Schemas];
            var value = Value(random, schema);
            var record = code.Read($"H{i % Schemas}", $$"""{"value":{{value.ToJsonString()}}}""");
            var validation = default(Core.Validation);
            (record as Core.IValidatable)?.Validate(ref validation);
            Assert.True(
                IsValid(schema, value) == validation.IsValid,
                $"{schema.ToJsonString()} and {value.ToJsonString()}: {string.Join(", ", validation.Violations)}");

            // What DataAnnotations look at: a record's own members, and not what these hold.
            var isValidItself = validation.Violations.All(violation => violation.Pointer != "/value");
            var isValidByAttributes = Validator.TryValidateObject(record, new ValidationContext(record), null, validateAllProperties: true);
            Assert.True(isValidItself == isValidByAttributes, $"{schema.ToJsonString()} and {value.ToJsonString()}: by its attributes {isValidByAttributes}");
        }
    }

    private static JsonObject Schema(Random random, int depth)
    {
        var schema = new JsonObject();
        void Maybe(string keyword, Func<JsonNode> value)
        {
            if (random.Next(3) == 0)
            {
                schema[keyword] = value();
            }
        }

        switch (random.Next(depth < 2 ? 8 : 6))
        {
            case 0:
                schema["type"] = "string";
                Maybe("minLength", () => random.Next(4));
                Maybe("maxLength", () => random.Next(2, 7));
                Maybe("pattern", () => random.GetItems(["a", "^[a-b]+$", "^.{2}$", "b$", "^\\W"], 1)[0]);
                break;
            case 1:
                schema["type"] = "integer";
                Maybe("minimum", () => random.Next(-8, 4) / 2m);
                Maybe("maximum", () => random.Next(0, 8) / 2m);
                Maybe("exclusiveMinimum", () => random.Next(-8, 2) / 2m);
                Maybe("multipleOf", () => random.Next(1, 6) / 2m);
                break;
            case 2:
                schema["type"] = "number";
                schema["format"] = "decimal";
                Maybe("maximum", () => random.Next(0, 80) / 20m);
                Maybe("exclusiveMaximum", () => random.Next(0, 80) / 20m);
                Maybe("exclusiveMinimum", () => random.Next(-80, 10) / 20m);
                Maybe("multipleOf", () => random.Next(1, 8) / 20m);
                break;
            case 3:
                schema["type"] = "string";
                schema["enum"] = new JsonArray([.. random.GetItems(["a", "b", "ab", "c"], 3).Distinct().Select(value => (JsonNode)value), "😀"]);
                break;
            case 4:
                schema["type"] = "number";
                schema["format"] = "decimal";
                schema["enum"] = new JsonArray([.. random.GetItems([0.05m, 1m, 1.5m, -2m], 3).Distinct().Select(value => (JsonNode)value)]);
                break;
            case 5:
                schema["type"] = "string";
                schema["allOf"] = new JsonArray(new JsonObject { ["pattern"] = "a" }, new JsonObject { ["pattern"] = "b$" });
                break;
            case 6:
                schema["type"] = "array";
                schema["items"] = Schema(random, depth + 1);
                Maybe("minItems", () => random.Next(3));
                Maybe("maxItems", () => random.Next(1, 4));
                Maybe("uniqueItems", () => true);
                Maybe("contains", () => Limit(random, schema["items"]!.AsObject()));
                break;
            default:
                schema["type"] = "object";
                schema["additionalProperties"] = Schema(random, depth + 1);
                Maybe("minProperties", () => random.Next(3));
                Maybe("maxProperties", () => random.Next(1, 4));
                Maybe("propertyNames", () => new JsonObject { ["not"] = new JsonObject { ["enum"] = new JsonArray("k0", "k3") } });
                Maybe("dependentRequired", () => new JsonObject { ["k1"] = new JsonArray("k2", "k3") });
                break;
        }

        Maybe("not", () => Limit(random, schema));
        Maybe(random.GetItems(["anyOf", "oneOf"], 1)[0], () => new JsonArray(Limit(random, schema), Limit(random, schema), Limit(random, schema)));
        return schema;
    }

    /// <summary>A limit of the same kind of value, without a type of its own.</summary>
    private static JsonObject Limit(Random random, JsonObject schema) => schema["type"]!.GetValue<string>() switch
    {
        "string" => random.Next(3) switch
        {
            0 => new JsonObject { ["minLength"] = random.Next(1, 5) },
            1 => new JsonObject { ["pattern"] = "a" },
            _ => new JsonObject { ["const"] = random.GetItems(["a", "b", "ab"], 1)[0] },
        },
        "array" => new JsonObject { [random.GetItems(["minItems", "maxItems"], 1)[0]] = random.Next(1, 4) },
        "object" => random.Next(2) == 0 ? new JsonObject { ["required"] = new JsonArray("k1") } : new JsonObject { ["minProperties"] = random.Next(1, 4) },
        _ => random.Next(3) switch
        {
            0 => new JsonObject { ["enum"] = new JsonArray(-1, 0, 1, 2.5m) },
            1 => new JsonObject { ["multipleOf"] = 0.5m },
            _ => new JsonObject { ["exclusiveMinimum"] = random.Next(-3, 3) },
        },
    };

    private static JsonNode Value(Random random, JsonObject schema) => schema["type"]!.GetValue<string>() switch
    {
        "string" => string.Concat(random.GetItems(["a", "b", "c", "😀", "\n", "é"], random.Next(8))),
        "integer" => random.Next(-6, 6),
        "number" => random.Next(-100, 100) / 20m,
        "array" => new JsonArray([.. Enumerable.Range(0, random.Next(5)).Select(_ => Value(random, schema["items"]!.AsObject()))]),
        _ => new JsonObject(Enumerable.Range(0, random.Next(5))
            .Select(i => KeyValuePair.Create($"k{i}", (JsonNode?)Value(random, schema["additionalProperties"]!.AsObject())))),
    };
#pragma warning restore CA5394

    private static bool IsValid(JsonObject schema, JsonNode value) => schema.All(keyword => keyword.Key switch
    {
        "minLength" => Length(value) >= Number(keyword.Value),
        "maxLength" => Length(value) <= Number(keyword.Value),
        "pattern" => Matches(keyword.Value!.GetValue<string>(), value.GetValue<string>()),
        "minimum" => Number(value) >= Number(keyword.Value),
        "maximum" => Number(value) <= Number(keyword.Value),
        "exclusiveMinimum" => Number(value) > Number(keyword.Value),
        "exclusiveMaximum" => Number(value) < Number(keyword.Value),
        "enum" => keyword.Value!.AsArray().Any(allowed => JsonNode.DeepEquals(allowed, value)),
        "const" => JsonNode.DeepEquals(keyword.Value, value),
        "not" => !IsValid(keyword.Value!.AsObject(), value),
        "anyOf" => keyword.Value!.AsArray().Any(part => IsValid(part!.AsObject(), value)),
        "oneOf" => keyword.Value!.AsArray().Count(part => IsValid(part!.AsObject(), value)) == 1,
        "contains" => value.AsArray().Any(item => IsValid(keyword.Value!.AsObject(), item!)),
        "propertyNames" => value.AsObject().All(member => IsValid(keyword.Value!.AsObject(), JsonValue.Create(member.Key))),
        "required" => keyword.Value!.AsArray().All(name => value.AsObject().ContainsKey(name!.GetValue<string>())),
        "dependentRequired" => keyword.Value!.AsObject().All(given => !value.AsObject().ContainsKey(given.Key)
            || given.Value!.AsArray().All(name => value.AsObject().ContainsKey(name!.GetValue<string>()))),
        "allOf" => keyword.Value!.AsArray().All(part => IsValid(part!.AsObject(), value)),
        "multipleOf" => Number(value) / Number(keyword.Value) is var quotient && quotient == decimal.Truncate(quotient),
        "items" => value.AsArray().All(item => IsValid(keyword.Value!.AsObject(), item!)),
        "minItems" => value.AsArray().Count >= Number(keyword.Value),
        "maxItems" => value.AsArray().Count <= Number(keyword.Value),
        "uniqueItems" => value.AsArray() is var items && items.All(item => items.Count(other => JsonNode.DeepEquals(item, other)) == 1),
        "additionalProperties" => value.AsObject().All(member => IsValid(keyword.Value!.AsObject(), member.Value!)),
        "minProperties" => value.AsObject().Count >= Number(keyword.Value),
        "maxProperties" => value.AsObject().Count <= Number(keyword.Value),
        _ => true,
    });

    private static int Length(JsonNode text) => text.GetValue<string>().EnumerateRunes().Count();

    private static decimal Number(JsonNode? number) => decimal.Parse(number!.ToJsonString(), NumberStyles.Float, CultureInfo.InvariantCulture);

    /// <summary>The five patterns above, said in C#.</summary>
    private static bool Matches(string pattern, string text)
    {
        var runes = text.EnumerateRunes().ToList();
        return pattern switch
        {
            "a" => runes.Contains(new Rune('a')),
            "b$" => text.EndsWith('b'),
            "^.{2}$" => runes.Count == 2 && !runes.Contains(new Rune('\n')),
            "^\\W" => runes.Count > 0 && runes[0].Value is not ('a' or 'b' or 'c'),
            _ => runes.Count > 0 && runes.All(rune => rune.Value is 'a' or 'b'),
        };
    }
}
