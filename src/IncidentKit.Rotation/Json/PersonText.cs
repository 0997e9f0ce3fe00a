namespace IncidentKit.Rotation;

internal static class PersonText
{
    public static Responder? Read(DocumentObject item, string key) => item.Text(key, required: true) is { } id ? new Responder(id) : null;

    public static IEnumerable<Responder> ReadAll(DocumentObject item, string key, IEnumerable<string> ids)
    {
        List<Responder> people = [];
        foreach (var id in ids)
        {
            if (string.IsNullOrWhiteSpace(id))
                item.Fault(key, "a person has no name");
            else
                people.Add(new Responder(id));
        }

        return people;
    }
}
