namespace UploadGen.Directory;

/// <summary>The trials that were made so far: a line each in a file, so that a run that was stopped goes on where it was.</summary>
internal sealed class Results
{
    private readonly string _path;
    private readonly Dictionary<(string Tool, string Document), Trial> _trials = [];
    private readonly Lock _writing = new();

    public Results(string path)
    {
        _path = path;
        if (!File.Exists(path))
        {
            File.WriteAllLines(path, [Trial.Header]);
        }

        foreach (var trial in File.ReadLines(path).Skip(1).Select(Trial.Parse))
        {
            _trials[(trial.Tool, trial.Document)] = trial;
        }
    }

    public IEnumerable<Trial> Of(string tool) => _trials.Values.Where(trial => trial.Tool == tool);

    public bool Has(string tool, string document) => _trials.ContainsKey((tool, document));

    public void Add(Trial trial)
    {
        lock (_writing)
        {
            File.AppendAllLines(_path, [trial.ToLine()]);
            _trials[(trial.Tool, trial.Document)] = trial;
        }
    }
}
