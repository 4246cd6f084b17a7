// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/storeopen.h"

#include <filesystem>
#include <system_error>
#include <utility>

#include "store/jobstore.h"
#include "store/secretsfile.h"
#include "store/storedirectory.h"
#include "store/storewriter.h"

namespace haulwatch {
namespace {

StoreFault faultOf(SqlFault fault)
{
    switch (fault) {
    case SqlFault::Corrupt:
        return StoreFault::Damaged;
    case SqlFault::Busy:
        return StoreFault::Locked;
    case SqlFault::Full:
    case SqlFault::Denied:
    case SqlFault::Io:
    case SqlFault::Other:
        break;
    }
    return StoreFault::NotWritable; // a disk's trouble is no reason to give up the file
}

tl::unexpected<StoreError> fault(StoreFault fault, std::string detail)
{
    return tl::unexpected(StoreError {fault, std::move(detail), {}});
}

tl::unexpected<StoreError> fault(const SqlError &error)
{
    return fault(faultOf(error.fault), error.message);
}

// Looks only: until it is known that the file is ours, nothing in it is touched.
tl::expected<Database, StoreError> openDatabase(const std::string &path)
{
    auto database = Database::open(path);
    if (!database)
        return fault(database.error());
    database->keepFilesOnClose(true);
    const auto state = inspectSchema(*database);
    if (!state)
        return fault(state.error());
    if (*state == SchemaState::Newer)
        return fault(StoreFault::Newer, path);
    if (*state == SchemaState::Foreign)
        return fault(StoreFault::Damaged, path + ": the database of another program");
    if (database->isReadOnly())
        return fault(StoreFault::NotWritable, path + ": read-only");
    return std::move(*database);
}

// SQLite takes a file without a whole first page for a new database; for us it is what is left of one.
std::optional<StoreError> checkSize(const std::string &path)
{
    constexpr std::uintmax_t kSmallestPage = 512;
    std::error_code error;
    const auto size = std::filesystem::file_size(path, error);
    if (error || size >= kSmallestPage)
        return std::nullopt; // what is no file, SQLite names better
    return StoreError {StoreFault::Damaged, path + ": only " + std::to_string(size) + " bytes", {}};
}

std::optional<StoreError> create(const StoreDirectory &directory)
{
    if (auto error = directory.beginNewDatabase())
        return error;
    {
        auto database = openDatabase(directory.newDatabasePath());
        if (!database)
            return std::move(database.error());
        database->keepFilesOnClose(false);
        if (const auto store = JobStore::open(std::move(*database)); !store)
            return fault(store.error()).value();
    }
    return directory.nameNewDatabase();
}

struct LoadedStore {
    JobStore store;
    std::vector<StoredJob> jobs;
};

tl::expected<LoadedStore, StoreError> load(const StoreDirectory &directory)
{
    if (auto error = directory.hasDatabase() ? checkSize(directory.databasePath()) : create(directory))
        return tl::unexpected(std::move(*error));
    auto database = openDatabase(directory.databasePath());
    if (!database)
        return tl::unexpected(std::move(database.error()));
    auto store = JobStore::open(std::move(*database));
    if (!store)
        return fault(store.error());
    if (directory.isCheckRequested()) {
        if (auto passed = store->check(); !passed)
            return fault(passed.error());
        directory.checkPassed();
    }
    auto jobs = store->load();
    if (!jobs)
        return fault(jobs.error());
    store->database().keepFilesOnClose(false);
    return LoadedStore {std::move(*store), std::move(*jobs)};
}

// The specs are this call's own until it returns, but const to everybody after.
void attachSecrets(std::vector<StoredJob> &jobs, const SecretsByJob &secrets)
{
    auto next = secrets.begin();
    for (auto &job : jobs) {
        if (next == secrets.end())
            break;
        if (job.spec->id != next->first)
            continue;
        auto spec = std::make_shared<JobSpec>(*job.spec);
        spec->secrets = next->second;
        job.spec = std::move(spec);
        ++next;
    }
}

} // namespace

bool hasStore(const std::string &dataDirectory)
{
    std::error_code error;
    return std::filesystem::exists(
        std::filesystem::symlink_status(StoreDirectory::databasePathIn(dataDirectory), error));
}

tl::expected<OpenStore, StoreError> openStore(const std::string &dataDirectory, Keyring *keyring)
{
    auto directory = StoreDirectory::acquire(dataDirectory);
    if (!directory)
        return tl::unexpected(std::move(directory.error()));
    // First, for it changes nothing: secrets that cannot be read must leave the database as it is.
    auto secrets = SecretsFile::read({directory->secretsPath(), directory->sealedSecretsPath()}, keyring);
    if (!secrets) {
        auto error = std::move(secrets.error());
        error.keptAside = error.fault == StoreFault::Damaged ? directory->moveAside(error.keptAside) : std::string();
        return tl::unexpected(std::move(error));
    }
    auto loaded = load(*directory);
    if (!loaded) {
        if (loaded.error().fault == StoreFault::Damaged)
            loaded.error().keptAside = directory->moveAside(directory->databasePath());
        return tl::unexpected(std::move(loaded.error()));
    }
    secrets->keepOnly(loaded->jobs);
    attachSecrets(loaded->jobs, secrets->all());

    OpenStore open;
    open.jobs = std::move(loaded->jobs);
    open.keyringFailure = secrets->keyringFailure();
    open.lockedJobs = secrets->lockedJobs();
    open.journal = std::make_unique<StoreWriter>(std::move(*directory), std::move(loaded->store), std::move(*secrets));
    return open;
}

} // namespace haulwatch
