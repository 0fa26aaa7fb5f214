namespace UploadGen.Generator.Emission.Text;

/// <summary>Names of framework and engine types, safe from whatever the document calls its own.</summary>
internal static class Known
{
    public const string Action = "global::System.Action";
    public const string Func = "global::System.Func";
    public const string CancellationToken = "global::System.Threading.CancellationToken";
    public const string Task = "global::System.Threading.Tasks.Task";
    public const string ValueTask = "global::System.Threading.Tasks.ValueTask";
    public const string Infinite = "global::System.Threading.Timeout.InfiniteTimeSpan";
    public const string ServiceProvider = "global::System.IServiceProvider";
    public const string HttpClient = "global::System.Net.Http.HttpClient";
    public const string HttpMethod = "global::System.Net.Http.HttpMethod";
    public const string Stream = "global::System.IO.Stream";
    public const string Progress = "global::System.IProgress<global::UploadGen.UploadProgress>";

    public const string Utf8JsonReader = "global::System.Text.Json.Utf8JsonReader";
    public const string Utf8JsonWriter = "global::System.Text.Json.Utf8JsonWriter";
    public const string JsonTokenType = "global::System.Text.Json.JsonTokenType";
    public const string JsonElement = "global::System.Text.Json.JsonElement";
    public const string SetsRequiredMembers = "[global::System.Diagnostics.CodeAnalysis.SetsRequiredMembers]";
    public const string JsonConverter = "global::System.Text.Json.Serialization.JsonConverter";

    public const string Enumerable = "global::System.Collections.Generic.IEnumerable";
    public const string AsyncEnumerable = "global::System.Collections.Generic.IAsyncEnumerable";
    public const string List = "global::System.Collections.Generic.IReadOnlyList";
    public const string Dictionary = "global::System.Collections.Generic.IReadOnlyDictionary";
    public const string MutableDictionary = "global::System.Collections.Generic.Dictionary";

    public const string ServiceCollection = "global::Microsoft.Extensions.DependencyInjection.IServiceCollection";
    public const string HttpClientBuilder = "global::Microsoft.Extensions.DependencyInjection.IHttpClientBuilder";
    public const string HttpClientFactory = "global::System.Net.Http.IHttpClientFactory";
    public const string LoggerFactory = "global::Microsoft.Extensions.Logging.ILoggerFactory";
    public const string ConfigurationSection = "global::Microsoft.Extensions.Configuration.IConfigurationSection";
    public const string Options = "global::Microsoft.Extensions.Options.IOptions";

    public const string UploadContent = "global::UploadGen.UploadContent";
    public const string UploadOutcome = "global::UploadGen.UploadOutcome";
    public const string UploadManyOptions = "global::UploadGen.UploadManyOptions";
    public const string ManyProgress = "global::System.IProgress<global::UploadGen.UploadManyProgress>";
    public const string UploadResult = "global::UploadGen.UploadResult";
    public const string UploadOptions = "global::UploadGen.UploadOptions";
    public const string PartsUploadOptions = "global::UploadGen.PartsUploadOptions";
    public const string ClientOptions = "global::UploadGen.UploadClientOptions";
    public const string ApiCredential = "global::UploadGen.ApiCredential";
    public const string ApiException = "global::UploadGen.ApiException";

    public const string ApiConnection = "global::UploadGen.Core.ApiConnection";
    public const string ApiResponses = "global::UploadGen.Core.ApiResponses";
    public const string ApiItemResponses = "global::UploadGen.Core.ApiItemResponses";
    public const string EventFormat = "global::UploadGen.Core.EventFormat";
    public const string ClientConfiguration = "global::UploadGen.Core.ClientConfiguration";
    public const string HttpHandlers = "global::UploadGen.Core.HttpHandlers";
    public const string SecurityScheme = "global::UploadGen.Core.SecurityScheme";
    public const string ParameterStyle = "global::UploadGen.Core.ParameterStyle";
    public const string AnnouncedFile = "global::UploadGen.Core.AnnouncedFile";
    public const string UploadFlow = "global::UploadGen.Core.UploadFlow";
    public const string AnsweredUpload = "global::UploadGen.Core.AnsweredUpload";
    public const string PartsFlow = "global::UploadGen.Core.PartsFlow";
    public const string PartTarget = "global::UploadGen.Core.PartTarget";
    public const string PartTargets = "global::UploadGen.Core.PartTargets";
    public const string StoredPart = "global::UploadGen.Core.StoredPart";
    public const string PartTerms = "global::UploadGen.Core.PartTerms";
    public const string ContentDigest = "global::UploadGen.Core.ContentDigest";
    public const string SessionHeaders = "global::UploadGen.Core.SessionHeaders";
    public const string DigestAlgorithm = "global::UploadGen.Core.DigestAlgorithm";
    public const string DigestEncoding = "global::UploadGen.Core.DigestEncoding";
    public const string SessionMember = "global::UploadGen.Core.SessionMember";
    public const string UploadResultJson = "global::UploadGen.Core.UploadResultJson";
    public const string WholeUpload = "global::UploadGen.Core.WholeUpload";
    public const string StorageForm = "global::UploadGen.Core.StorageForm";
    public const string ResumableUpload = "global::UploadGen.Core.ResumableUpload";
    public const string UploadProtocol = "global::UploadGen.Core.UploadProtocol";
    public const string AnsweredRequest = "global::UploadGen.Core.AnsweredRequest";
    public const string UploadTexts = "global::UploadGen.Core.UploadTexts";
    public const string JsonValue = "global::UploadGen.Core.IJsonValue";
    public const string JsonModel = "global::UploadGen.Core.IJsonModel";
    public const string JsonModelConverter = "global::UploadGen.Core.JsonModelConverter";
    public const string JsonCodec = "global::UploadGen.Core.JsonCodec";
    public const string JsonMember = "global::UploadGen.Core.JsonMember";
    public const string JsonMembers = "global::UploadGen.Core.JsonMembers";
    public const string JsonUnion = "global::UploadGen.Core.JsonUnion";
    public const string XmlReadable = "global::UploadGen.Core.IXmlReadable";
    public const string XmlWritable = "global::UploadGen.Core.IXmlWritable";
    public const string XmlInput = "global::UploadGen.Core.XmlInput";
    public const string XmlOutput = "global::UploadGen.Core.XmlOutput";
    public const string XmlCodec = "global::UploadGen.Core.XmlCodec";
    public const string Sent = "global::UploadGen.Core.Sent";
    public const string Validatable = "global::UploadGen.Core.IValidatable";
    public const string ValidatableObject = "global::System.ComponentModel.DataAnnotations.IValidatableObject";
    public const string ValidationContext = "global::System.ComponentModel.DataAnnotations.ValidationContext";
    public const string ValidationResults = "global::System.Collections.Generic.IEnumerable<global::System.ComponentModel.DataAnnotations.ValidationResult>";
    public const string SchemaRule = "global::UploadGen.Core.SchemaRule";
    public const string SchemaPattern = "global::UploadGen.Core.SchemaPattern";
    public const string Validation = "global::UploadGen.Core.Validation";

    public const string Annotations = "global::UploadGen.Annotations";

    /// <summary>Says who wrote a type. The version is the package's, which changes what is generated anyway.</summary>
    public static readonly string GeneratedCode =
        $"[global::System.CodeDom.Compiler.GeneratedCode(\"UploadGen\", \"{typeof(Known).Assembly.GetName().Version.ToString(3)}\")]";
}
