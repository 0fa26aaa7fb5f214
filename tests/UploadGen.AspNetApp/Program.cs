using System.Text.Json.Serialization;
using Microsoft.OpenApi;
using UploadGen.AspNetApp;

// An API as one writes it today; the version of OpenAPI that its document has is the first argument.
var builder = WebApplication.CreateBuilder(args);
builder.WebHost.UseUrls("http://127.0.0.1:0");
builder.Logging.ClearProviders();
builder.Services.AddOpenApi(options => options.OpenApiVersion = args is ["3.0", ..] ? OpenApiSpecVersion.OpenApi3_0 : OpenApiSpecVersion.OpenApi3_1);
builder.Services.AddValidation();
builder.Services.AddProblemDetails();
builder.Services.ConfigureHttpJsonOptions(options => options.SerializerOptions.Converters.Add(new JsonStringEnumConverter<Color>()));

await using var app = builder.Build();
app.MapOpenApi();
app.MapFiles();
app.MapShapes();
app.MapValues();
app.MapOrders();
await app.StartAsync();
Console.WriteLine(app.Urls.First());

// It ends with the process that started it.
await Console.In.ReadToEndAsync();
