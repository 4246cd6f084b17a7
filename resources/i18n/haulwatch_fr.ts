<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="fr">
<context>
    <name>AboutBox</name>
    <message>
        <source>About Haulwatch</source>
        <translation>À propos de Haulwatch</translation>
    </message>
    <message>
        <source>&lt;h3&gt;Haulwatch %1&lt;/h3&gt;&lt;p&gt;Watches background transfers, and shows the way out of every error.&lt;/p&gt;&lt;p&gt;Free software under the GNU General Public License, version 3 or later.&lt;/p&gt;</source>
        <translation>&lt;h3&gt;Haulwatch %1&lt;/h3&gt;&lt;p&gt;Surveille les transferts en arrière-plan et montre comment sortir de chaque erreur.&lt;/p&gt;&lt;p&gt;Logiciel libre sous la Licence publique générale GNU, version 3 ou ultérieure.&lt;/p&gt;</translation>
    </message>
</context>
<context>
    <name>Access</name>
    <message>
        <source>The credentials of %1 cannot be read (%2), so what needs them waits. Unlock the keyring, then start Haulwatch again; %3/secrets.sealed is left untouched. To do without it, give the jobs their credentials anew with `haulwatch set --credentials`.</source>
        <translation>Les identifiants de %1 sont illisibles (%2)&#xa0;; ce qui en a besoin attend donc. Déverrouillez le trousseau, puis relancez Haulwatch&#xa0;; %3/secrets.sealed est laissé tel quel. Pour vous en passer, redonnez aux tâches leurs identifiants avec `haulwatch set --credentials`.</translation>
    </message>
    <message>
        <source>The store of jobs in %1 is damaged (%2). It was left as it is; restore it from a copy, or move it away to begin anew.</source>
        <translation>La base des tâches dans %1 est endommagée (%2). Elle a été laissée telle quelle&#xa0;; restaurez-la depuis une copie, ou déplacez-la pour repartir de zéro.</translation>
    </message>
    <message>
        <source>The store of jobs in %1 is damaged (%2). It was kept as %3; restore it from a copy, or run the command again to begin with an empty one.</source>
        <translation>La base des tâches dans %1 est endommagée (%2). Elle a été gardée comme %3&#xa0;; restaurez-la depuis une copie, ou relancez la commande pour repartir d’une base vide.</translation>
    </message>
    <message>
        <source>The store of jobs in %1 was written by a newer Haulwatch (%2). It was left untouched; use that version, or another folder with --data-dir.</source>
        <translation>La base des tâches dans %1 a été écrite par un Haulwatch plus récent (%2). Elle n’a pas été touchée&#xa0;; utilisez cette version, ou un autre dossier avec --data-dir.</translation>
    </message>
    <message>
        <source>Another process uses the jobs in %1 and does not answer (%2). Stop it, or use another folder with --data-dir.</source>
        <translation>Un autre processus utilise les tâches dans %1 et ne répond pas (%2). Arrêtez-le, ou utilisez un autre dossier avec --data-dir.</translation>
    </message>
    <message>
        <source>Jobs cannot be kept in %1 (%2). Give yourself the right to write there, or use another folder with --data-dir.</source>
        <translation>Les tâches ne peuvent pas être gardées dans %1 (%2). Donnez-vous le droit d’y écrire, ou utilisez un autre dossier avec --data-dir.</translation>
    </message>
    <message>
        <source>The store of jobs in %1 cannot be read (%2). Nothing was touched; put right what is in the way, or use another folder with --data-dir.</source>
        <translation>Les tâches conservées dans %1 ne peuvent pas être lues (%2). Rien n’a été touché&#xa0;; écartez l’obstacle, ou utilisez un autre dossier avec --data-dir.</translation>
    </message>
    <message>
        <source>Jobs are not kept in %1, where others could change them (%2). Run `chmod go-w` on it if it is yours, or use a folder of your own with --data-dir.</source>
        <translation>Aucune tâche n’est conservée dans %1, où d’autres pourraient la modifier (%2). Exécutez `chmod go-w` sur ce dossier s’il est à vous, ou utilisez un dossier à vous avec --data-dir.</translation>
    </message>
    <message>
        <source>The engine that runs for %1 is another version of Haulwatch. Stop it, then try again.</source>
        <translation>Le moteur qui tourne pour %1 est d’une autre version de Haulwatch. Arrêtez-le, puis réessayez.</translation>
    </message>
    <message>
        <source>The engine that runs for %1 belongs to another user. Use a folder of your own with --data-dir.</source>
        <translation>Le moteur qui tourne pour %1 appartient à un autre utilisateur. Utilisez un dossier à vous avec --data-dir.</translation>
    </message>
    <message>
        <source>The engine that runs for %1 serves as many clients as it can. Close some, then try again.</source>
        <translation>Le moteur qui tourne pour %1 sert autant de clients qu’il le peut. Fermez-en, puis réessayez.</translation>
    </message>
    <message>
        <source>The engine that runs for %1 does not answer. Stop it, then try again.</source>
        <translation>Le moteur qui tourne pour %1 ne répond pas. Arrêtez-le, puis réessayez.</translation>
    </message>
    <message>
        <source>The engine behind %1/socket cannot be reached, and no jobs are kept there: the socket leads to another machine or folder. Bring the link back, or remove the socket to keep jobs here.</source>
        <translation>Le moteur derrière %1/socket est injoignable, et aucune tâche n’est conservée à cet endroit&#xa0;: ce socket mène à une autre machine ou à un autre dossier. Rétablissez le lien, ou supprimez le socket pour conserver des tâches ici.</translation>
    </message>
    <message>
        <source>HAULWATCH_KEYRING is “off”</source>
        <translation>HAULWATCH_KEYRING vaut «&#xa0;off&#xa0;»</translation>
    </message>
    <message>
        <source>the keyring does not answer</source>
        <translation>le trousseau ne répond pas</translation>
    </message>
    <message>
        <source>the keyring is locked or no longer has the key</source>
        <translation>le trousseau est verrouillé ou n’a plus la clé</translation>
    </message>
    <message>
        <source>there is no keyring</source>
        <translation>il n’y a pas de trousseau</translation>
    </message>
    <message>
        <source>there is no keyring: %1</source>
        <translation>il n’y a pas de trousseau&#xa0;: %1</translation>
    </message>
    <message>
        <source>Credentials of new jobs are kept unencrypted in %1/secrets.json, which only you may read (%2).</source>
        <translation>Les identifiants des nouvelles tâches sont gardés en clair dans %1/secrets.json, que vous seul pouvez lire (%2).</translation>
    </message>
    <message>
        <source>one job</source>
        <translation>une tâche</translation>
    </message>
    <message>
        <source>%1 jobs</source>
        <translation>%1 tâches</translation>
    </message>
</context>
<context>
    <name>CloseQuestion</name>
    <message>
        <source>Haulwatch</source>
        <translation>Haulwatch</translation>
    </message>
    <message>
        <source>%1 jobs are about to be cancelled or completed. Do it before closing?</source>
        <translation>%1 tâches vont être annulées ou terminées. Le faire avant de fermer&#xa0;?</translation>
    </message>
    <message>
        <source>Do it and close</source>
        <translation>Le faire et fermer</translation>
    </message>
    <message>
        <source>Keep the jobs and close</source>
        <translation>Garder les tâches et fermer</translation>
    </message>
</context>
<context>
    <name>CodeArticle</name>
    <message>
        <source>The call succeeded.</source>
        <translation>L’appel a réussi.</translation>
    </message>
    <message>
        <source>This program does not know the code. The name and the text beside it come from who reported it.</source>
        <translation>Ce programme ne connaît pas ce code. Le nom et le texte à côté viennent de celui qui l’a signalé.</translation>
    </message>
    <message>
        <source>It is no failure.</source>
        <translation>Ce n’est pas un échec.</translation>
    </message>
    <message>
        <source>A call was refused. The job stays as it is, and so does its error, if it has one.</source>
        <translation>Un appel a été refusé. La tâche reste telle quelle, et son erreur aussi, si elle en a une.</translation>
    </message>
    <message>
        <source>The job waits in TRANSIENT_ERROR and is tried again by itself.</source>
        <translation>La tâche attend dans TRANSIENT_ERROR et sera réessayée d’elle-même.</translation>
    </message>
    <message>
        <source>The job goes into ERROR. It is not tried again until someone calls Resume.</source>
        <translation>La tâche passe dans ERROR. Elle ne sera réessayée que lorsque quelqu’un appellera Resume.</translation>
    </message>
    <message>
        <source>Microsoft, BITS: Handling Server Application Errors</source>
        <translation>Microsoft, BITS&#xa0;: Handling Server Application Errors</translation>
    </message>
    <message>
        <source>Microsoft, System Error Codes</source>
        <translation>Microsoft, System Error Codes</translation>
    </message>
    <message>
        <source>Microsoft, BITS Return Values</source>
        <translation>Microsoft, BITS Return Values</translation>
    </message>
    <message>
        <source>Microsoft, Delivery Optimization Return Values</source>
        <translation>Microsoft, Delivery Optimization Return Values</translation>
    </message>
    <message>
        <source>Microsoft, Common HRESULT Values</source>
        <translation>Microsoft, Common HRESULT Values</translation>
    </message>
    <message>
        <source> (as of November 2026)</source>
        <translation> (état de novembre 2026)</translation>
    </message>
    <message>
        <source>A call was refused</source>
        <translation>Un appel a été refusé</translation>
    </message>
    <message>
        <source>What to do:  %1</source>
        <translation>À faire&#xa0;:    %1</translation>
    </message>
    <message>
        <source>The engine:  %1</source>
        <translation>Le moteur&#xa0;:  %1</translation>
    </message>
    <message>
        <source>Where:       %1</source>
        <translation>Où&#xa0;:         %1</translation>
    </message>
    <message>
        <source>Source:      %1</source>
        <translation>Source&#xa0;:     %1</translation>
    </message>
    <message>
        <source>Complete was called before everything had arrived: the finished files were kept, the others deleted.</source>
        <translation>Complete a été appelé avant que tout soit arrivé&#xa0;: les fichiers achevés ont été gardés, les autres supprimés.</translation>
    </message>
    <message>
        <source>The job ended, but some temporary files could not be deleted. They can be deleted by hand.</source>
        <translation>La tâche est close, mais des fichiers temporaires n’ont pas pu être supprimés. On peut les supprimer à la main.</translation>
    </message>
    <message>
        <source>The call or the option asks for something that does not exist here.</source>
        <translation>L’appel ou l’option demande quelque chose qui n’existe pas ici.</translation>
    </message>
    <message>
        <source>The operation failed and nothing more is known. The native code and the text beside it may say more.</source>
        <translation>L’opération a échoué, on n’en sait pas plus. Le code natif et le texte à côté en disent peut-être davantage.</translation>
    </message>
    <message>
        <source>A file that should be here is not: somebody moved or deleted it meanwhile.</source>
        <translation>Un fichier qui devrait être ici n’y est pas&#xa0;: quelqu’un l’a déplacé ou supprimé entre-temps.</translation>
    </message>
    <message>
        <source>A folder on the way to the file does not exist: it was moved, deleted, or its volume is not mounted.</source>
        <translation>Un dossier sur le chemin du fichier n’existe pas&#xa0;: il a été déplacé, supprimé, ou son volume n’est pas monté.</translation>
    </message>
    <message>
        <source>The system does not allow to write the file. The folder may belong to another user.</source>
        <translation>Le système ne permet pas d’écrire le fichier. Le dossier appartient peut-être à un autre utilisateur.</translation>
    </message>
    <message>
        <source>The volume is mounted read-only, or is write-protected.</source>
        <translation>Le volume est monté en lecture seule, ou protégé en écriture.</translation>
    </message>
    <message>
        <source>Another program holds the file open, so it cannot be given its name.</source>
        <translation>Un autre programme tient le fichier ouvert&#xa0;; il ne peut donc pas recevoir son nom.</translation>
    </message>
    <message>
        <source>A file of that name exists already. Nothing is ever overwritten.</source>
        <translation>Un fichier de ce nom existe déjà. Rien n’est jamais écrasé.</translation>
    </message>
    <message>
        <source>The file system does not accept the name: too long, or with characters it cannot hold.</source>
        <translation>Le système de fichiers n’accepte pas le nom&#xa0;: trop long, ou avec des caractères qu’il ne peut pas contenir.</translation>
    </message>
    <message>
        <source>Nothing came for longer than the time-out allows: while connecting, before the first byte, or in the middle.</source>
        <translation>Rien n’est venu pendant plus longtemps que le délai d’attente&#xa0;: à la connexion, avant le premier octet ou au milieu.</translation>
    </message>
    <message>
        <source>No name server knows the server&apos;s name. It may be misspelt, or the network or its name server may be down.</source>
        <translation>Aucun serveur de noms ne connaît le nom du serveur. Il est peut-être mal écrit, ou le réseau ou son serveur de noms est en panne.</translation>
    </message>
    <message>
        <source>The server&apos;s address is known but does not accept connections: it is down, listens elsewhere, or a firewall is in the way.</source>
        <translation>L’adresse du serveur est connue, mais il n’accepte pas de connexion&#xa0;: il est arrêté, écoute ailleurs, ou un pare-feu s’interpose.</translation>
    </message>
    <message>
        <source>The connection was closed by the other side, or broke, before the answer was complete.</source>
        <translation>La connexion a été fermée par l’autre côté, ou s’est rompue, avant que la réponse soit complète.</translation>
    </message>
    <message>
        <source>The other side, or something between, reset the connection.</source>
        <translation>L’autre côté, ou quelque chose entre les deux, a réinitialisé la connexion.</translation>
    </message>
    <message>
        <source>The server&apos;s certificate has expired or is not valid yet. A wrong clock on either side has the same effect.</source>
        <translation>Le certificat du serveur a expiré ou n’est pas encore valable. Une horloge fausse d’un côté ou de l’autre a le même effet.</translation>
    </message>
    <message>
        <source>The certificate was issued for another name than the one in the address.</source>
        <translation>Le certificat a été émis pour un autre nom que celui de l’adresse.</translation>
    </message>
    <message>
        <source>The certificate was signed by nobody this system trusts: self-signed, or from an authority of its own.</source>
        <translation>Le certificat n’est signé par personne à qui ce système fasse confiance&#xa0;: autosigné, ou d’une autorité à lui.</translation>
    </message>
    <message>
        <source>The server wants to know who asks. No name and password were sent, or they were wrong.</source>
        <translation>Le serveur veut savoir qui demande. Aucun nom ni mot de passe n’a été envoyé, ou ils étaient faux.</translation>
    </message>
    <message>
        <source>The server knows who asks and says no: the account may lack a right, or the link may have expired.</source>
        <translation>Le serveur sait qui demande et dit non&#xa0;: il manque peut-être un droit au compte, ou le lien a expiré.</translation>
    </message>
    <message>
        <source>The server has nothing under this address. The file was moved, renamed or deleted, or the address is misspelt.</source>
        <translation>Le serveur n’a rien à cette adresse. Le fichier a été déplacé, renommé ou supprimé, ou l’adresse est mal écrite.</translation>
    </message>
    <message>
        <source>The file was here once and has been removed for good.</source>
        <translation>Le fichier a été ici et a été retiré pour de bon.</translation>
    </message>
    <message>
        <source>The server does not have the part that was asked for: the file became shorter than what is here.</source>
        <translation>Le serveur n’a pas la partie demandée&#xa0;: le fichier est devenu plus court que ce qui est ici.</translation>
    </message>
    <message>
        <source>The server was asked too often in too short a time.</source>
        <translation>Le serveur a été sollicité trop souvent en trop peu de temps.</translation>
    </message>
    <message>
        <source>Something went wrong inside the server. It is not the fault of this request.</source>
        <translation>Quelque chose a échoué dans le serveur. Cette demande n’y est pour rien.</translation>
    </message>
    <message>
        <source>A gateway in front of the server got no proper answer from it.</source>
        <translation>Une passerelle devant le serveur n’a pas reçu de lui une réponse correcte.</translation>
    </message>
    <message>
        <source>The server is overloaded or under maintenance. It often says when to come back.</source>
        <translation>Le serveur est surchargé ou en maintenance. Souvent, il dit quand revenir.</translation>
    </message>
    <message>
        <source>A gateway in front of the server got no answer in time.</source>
        <translation>Une passerelle devant le serveur n’a pas eu de réponse à temps.</translation>
    </message>
    <message>
        <source>There is no job with this id. It may have been forgotten after its retention time.</source>
        <translation>Il n’y a pas de tâche de cet identifiant. Elle a pu être oubliée après sa durée de conservation.</translation>
    </message>
    <message>
        <source>The job&apos;s present state does not allow the call; a finished or cancelled job allows none.</source>
        <translation>L’état actuel de la tâche ne permet pas l’appel&#xa0;; une tâche terminée ou annulée n’en permet aucun.</translation>
    </message>
    <message>
        <source>The job has no files, or nothing that is still to be fetched.</source>
        <translation>La tâche n’a pas de fichiers, ou rien qui reste à récupérer.</translation>
    </message>
    <message>
        <source>The job has not failed, or data flows again, so there is no error to tell.</source>
        <translation>La tâche n’a pas échoué, ou des données arrivent de nouveau&#xa0;; il n’y a donc pas d’erreur à donner.</translation>
    </message>
    <message>
        <source>The network is gone. Nothing is lost; the job goes on when it is back.</source>
        <translation>Le réseau a disparu. Rien n’est perdu&#xa0;; la tâche continue quand il revient.</translation>
    </message>
    <message>
        <source>The server did not say how long the file is.</source>
        <translation>Le serveur n’a pas dit quelle est la longueur du fichier.</translation>
    </message>
    <message>
        <source>The server cannot continue a file in the middle, so what is here cannot be completed.</source>
        <translation>Le serveur ne sait pas reprendre un fichier au milieu&#xa0;; ce qui est ici ne peut donc pas être complété.</translation>
    </message>
    <message>
        <source>A name or a text is longer than allowed.</source>
        <translation>Un nom ou un texte est plus long que permis.</translation>
    </message>
    <message>
        <source>Not a single new byte came within the no-progress time.</source>
        <translation>Pas un seul nouvel octet n’est venu pendant le délai sans progression.</translation>
    </message>
    <message>
        <source>The range does not lie within the file.</source>
        <translation>La plage n’est pas à l’intérieur du fichier.</translation>
    </message>
    <message>
        <source>Two of the ranges overlap.</source>
        <translation>Deux des plages se recouvrent.</translation>
    </message>
    <message>
        <source>The connection was closed before all bytes had come.</source>
        <translation>La connexion a été fermée avant que tous les octets soient venus.</translation>
    </message>
    <message>
        <source>The job has as many files as a job may have.</source>
        <translation>La tâche a autant de fichiers qu’une tâche peut en avoir.</translation>
    </message>
    <message>
        <source>All bytes came, but they are not the expected ones: the checksum differs.</source>
        <translation>Tous les octets sont venus, mais ce ne sont pas ceux attendus&#xa0;: la somme de contrôle diffère.</translation>
    </message>
    <message>
        <source>The time this job may spend on downloading is used up.</source>
        <translation>Le temps que cette tâche peut passer à télécharger est épuisé.</translation>
    </message>
    <message>
        <source>The file on the server is another one than when the transfer began. Joining the two would give a broken file.</source>
        <translation>Le fichier sur le serveur n’est plus celui du début du transfert. Joindre les deux donnerait un fichier corrompu.</translation>
    </message>
    <message>
        <source>There is no job with this id.</source>
        <translation>Il n’y a pas de tâche de cet identifiant.</translation>
    </message>
    <message>
        <source>The job has no files.</source>
        <translation>La tâche n’a pas de fichiers.</translation>
    </message>
    <message>
        <source>The job&apos;s present state does not allow the call.</source>
        <translation>L’état actuel de la tâche ne permet pas l’appel.</translation>
    </message>
    <message>
        <source>Nothing failed.</source>
        <translation>Rien n’a échoué.</translation>
    </message>
    <message>
        <source>The server has nothing under this address: the file was moved, renamed or deleted, or the address is misspelt.</source>
        <translation>Le serveur n’a rien à cette adresse&#xa0;: le fichier a été déplacé, renommé ou supprimé, ou l’adresse est mal écrite.</translation>
    </message>
    <message>
        <source>The server, or a proxy, wants a name and a password, and got none or wrong ones.</source>
        <translation>Le serveur, ou un proxy, veut un nom et un mot de passe, et n’en a reçu aucun ou des faux.</translation>
    </message>
    <message>
        <source>The server understood the request and will not serve it to you: a missing right, an expired link, or a country rule.</source>
        <translation>Le serveur a compris la demande et ne vous servira pas&#xa0;: un droit manque, un lien a expiré, ou une règle de pays s’applique.</translation>
    </message>
    <message>
        <source>The proxy between here and the server wants a name and a password of its own.</source>
        <translation>Le proxy entre ici et le serveur veut un nom et un mot de passe à lui.</translation>
    </message>
    <message>
        <source>The server limits how often it may be asked.</source>
        <translation>Le serveur limite la fréquence des demandes.</translation>
    </message>
    <message>
        <source>The server, or a gateway before it, failed or is overloaded. Most often that passes.</source>
        <translation>Le serveur, ou une passerelle devant lui, a échoué ou est surchargé. Le plus souvent, cela passe.</translation>
    </message>
    <message>
        <source>The server finds fault with the request itself. Most often the address is wrong.</source>
        <translation>Le serveur trouve à redire à la demande elle-même. Le plus souvent, l’adresse est fausse.</translation>
    </message>
    <message>
        <source>No name server knows the server&apos;s name.</source>
        <translation>Aucun serveur de noms ne connaît le nom du serveur.</translation>
    </message>
    <message>
        <source>The server does not accept connections, or something on the way stops them.</source>
        <translation>Le serveur n’accepte pas de connexion, ou quelque chose l’empêche en chemin.</translation>
    </message>
    <message>
        <source>Nothing came for longer than the time-out allows.</source>
        <translation>Rien n’est venu pendant plus longtemps que le délai d’attente.</translation>
    </message>
    <message>
        <source>The connection broke before the answer was complete.</source>
        <translation>La connexion s’est rompue avant que la réponse soit complète.</translation>
    </message>
    <message>
        <source>The other side closed the connection before all bytes had come.</source>
        <translation>L’autre côté a fermé la connexion avant que tous les octets soient venus.</translation>
    </message>
    <message>
        <source>The server&apos;s certificate does not prove that it is who the address names.</source>
        <translation>Le certificat du serveur ne prouve pas qu’il est celui que l’adresse nomme.</translation>
    </message>
    <message>
        <source>No encrypted connection could be agreed on: too old a version, no common cipher, or something that is no TLS at all.</source>
        <translation>Aucune connexion chiffrée n’a pu être convenue&#xa0;: version trop ancienne, aucun chiffrement commun, ou quelque chose qui n’est pas du TLS.</translation>
    </message>
    <message>
        <source>The server cannot continue a file in the middle.</source>
        <translation>Le serveur ne sait pas reprendre un fichier au milieu.</translation>
    </message>
    <message>
        <source>The server does not say how long the file is, so nobody can tell whether all of it came.</source>
        <translation>Le serveur ne dit pas quelle est la longueur du fichier&#xa0;; personne ne peut donc savoir si tout est venu.</translation>
    </message>
    <message>
        <source>The file on the server is another one than when the transfer began.</source>
        <translation>Le fichier sur le serveur n’est plus celui du début du transfert.</translation>
    </message>
    <message>
        <source>The answer breaks the rules of its protocol, so nothing in it can be trusted.</source>
        <translation>La réponse enfreint les règles de son protocole&#xa0;; rien de ce qu’elle contient n’est donc fiable.</translation>
    </message>
    <message>
        <source>A web page came where a file was expected: often a sign-in page or an error told in words.</source>
        <translation>Une page Web est venue là où un fichier était attendu&#xa0;: souvent une page d’identification ou une erreur dite en mots.</translation>
    </message>
    <message>
        <source>The server sends the request from address to address without end.</source>
        <translation>Le serveur renvoie la demande d’adresse en adresse, sans fin.</translation>
    </message>
    <message>
        <source>The server sends the request to an address that must not be followed, such as from https to http, or to another protocol.</source>
        <translation>Le serveur renvoie la demande vers une adresse qui ne doit pas être suivie, par exemple de https à http, ou vers un autre protocole.</translation>
    </message>
    <message>
        <source>There is no room left on the volume, or the quota is used up.</source>
        <translation>Il n’y a plus de place sur le volume, ou le quota est épuisé.</translation>
    </message>
    <message>
        <source>The system does not allow to write the file.</source>
        <translation>Le système ne permet pas d’écrire le fichier.</translation>
    </message>
    <message>
        <source>The folder, or a file in it, is gone.</source>
        <translation>Le dossier, ou un fichier qu’il contenait, a disparu.</translation>
    </message>
    <message>
        <source>The file system does not accept the name.</source>
        <translation>Le système de fichiers n’accepte pas le nom.</translation>
    </message>
    <message>
        <source>The volume was removed, is locked, or reports faults.</source>
        <translation>Le volume a été retiré, est verrouillé ou signale des défauts.</translation>
    </message>
    <message>
        <source>The bytes that came are not the expected ones: damaged on the way, tampered with, or another version.</source>
        <translation>Les octets venus ne sont pas ceux attendus&#xa0;: abîmés en chemin, falsifiés, ou d’une autre version.</translation>
    </message>
    <message>
        <source>A rule of the system holds transfers back: a metered network, the battery, a quiet time. It is no error of yours.</source>
        <translation>Une règle du système retient les transferts&#xa0;: réseau facturé à l’usage, batterie, heures calmes. Ce n’est pas une erreur de votre part.</translation>
    </message>
    <message>
        <source>There is no network at the moment.</source>
        <translation>Il n’y a pas de réseau en ce moment.</translation>
    </message>
    <message>
        <source>The job had the time it was given and did not get on.</source>
        <translation>La tâche a eu le temps qui lui était donné et n’a pas avancé.</translation>
    </message>
    <message>
        <source>A limit on jobs, files or bytes is reached.</source>
        <translation>Une limite de tâches, de fichiers ou d’octets est atteinte.</translation>
    </message>
    <message>
        <source>The proxy cannot be used as it is set.</source>
        <translation>Le proxy ne peut pas être utilisé tel qu’il est réglé.</translation>
    </message>
    <message>
        <source>The address cannot be read, or its protocol is not known here.</source>
        <translation>L’adresse est illisible, ou son protocole n’est pas connu ici.</translation>
    </message>
    <message>
        <source>The engine that runs the jobs does not answer.</source>
        <translation>Le moteur qui fait avancer les tâches ne répond pas.</translation>
    </message>
    <message>
        <source>Something happened that this program has no word for.</source>
        <translation>Il s’est passé quelque chose pour quoi ce programme n’a pas de mot.</translation>
    </message>
    <message>
        <source>The credentials of the job are in a keyring that is locked or away.</source>
        <translation>Les identifiants de la tâche sont dans un trousseau verrouillé ou absent.</translation>
    </message>
    <message>
        <source>The engine ended twice by a fault of its own while this job was at work. The job waits, so that the others can go on.</source>
        <translation>Le moteur s’est arrêté deux fois par sa propre faute pendant que cette tâche travaillait. Elle attend, pour que les autres puissent continuer.</translation>
    </message>
    <message>
        <source>There may be room on the volume, but not for a single file of that size: FAT ends at 4 GiB, others where their blocks do, and a process may have a limit of its own.</source>
        <translation>Il y a peut-être de la place sur le volume, mais pas pour un seul fichier de cette taille&#xa0;: FAT s’arrête à 4 Gio, d’autres là où s’arrêtent leurs blocs, et un processus peut avoir sa propre limite.</translation>
    </message>
    <message>
        <source>The server names the methods by which it can be signed in to, and none of them is a user name with a password.</source>
        <translation>Le serveur nomme les méthodes de connexion qu’il accepte, et aucune n’est un nom d’utilisateur avec un mot de passe.</translation>
    </message>
    <message>
        <source>The volume may have room, but not for this user: the quota is used up. What has arrived stays.</source>
        <translation>Le volume a peut-être de la place, mais pas pour cet utilisateur&#xa0;: le quota est épuisé. Ce qui est arrivé reste.</translation>
    </message>
    <message>
        <source>The body is compressed for the way, though it was asked for as it is. Unpacked, it cannot be continued byte by byte; kept, it may not be the file its name says.</source>
        <translation>Le contenu est compressé pour le trajet, alors qu’il a été demandé tel quel. Décompressé, il ne peut pas être repris octet par octet&#xa0;; gardé, ce n’est peut-être pas le fichier que dit son nom.</translation>
    </message>
    <message>
        <source>There is no room left on the volume. What has arrived stays.</source>
        <translation>Il n’y a plus de place sur le volume. Ce qui est arrivé reste.</translation>
    </message>
    <message>
        <source>The file system takes no file of this size, however much room it has: FAT ends at 4 GiB a file. Or this process may write none so large (ulimit -f).</source>
        <translation>Le système de fichiers n’accepte pas de fichier de cette taille, quelle que soit la place&#xa0;: FAT s’arrête à 4 Gio par fichier. Ou bien ce processus n’a pas le droit d’en écrire d’aussi grand (ulimit -f).</translation>
    </message>
    <message>
        <source>The volume may have room, but your share of it is used up. What has arrived stays.</source>
        <translation>Le volume a peut-être de la place, mais votre part est épuisée. Ce qui est arrivé reste.</translation>
    </message>
    <message>
        <source>The server wants to go on in another protocol, though nobody asked it to. A file cannot come that way.</source>
        <translation>Le serveur veut continuer dans un autre protocole, alors que personne ne le lui a demandé. Un fichier ne peut pas arriver ainsi.</translation>
    </message>
    <message>
        <source>The server says that the file has not changed, though nobody asked whether it had. Often a cache on the way is out of order.</source>
        <translation>Le serveur dit que le fichier n’a pas changé, alors que personne ne l’a demandé. Souvent, un cache sur le chemin est déréglé.</translation>
    </message>
    <message>
        <source>Networks of hotels, trains and guests answer in the server&apos;s place until somebody signs in to them.</source>
        <translation>Les réseaux d’hôtel, de train ou d’invités répondent à la place du serveur tant que personne ne s’y est identifié.</translation>
    </message>
    <message>
        <source>Machines behind one name make tags of their own, so that none knows the tag of another and each sends the file from its beginning.</source>
        <translation>Des machines derrière un même nom font chacune leurs propres étiquettes : aucune ne connaît celle d’une autre, et chacune envoie le fichier depuis le début.</translation>
    </message>
</context>
<context>
    <name>CommandLine</name>
    <message>
        <source>an algorithm and all its digits, such as sha256:HEX</source>
        <translation>un algorithme et tous ses chiffres, par exemple sha256:HEX</translation>
    </message>
    <message>
        <source>QUEUED, CONNECTING, TRANSFERRING, SUSPENDED, ERROR, TRANSIENT_ERROR or TRANSFERRED</source>
        <translation>QUEUED, CONNECTING, TRANSFERRING, SUSPENDED, ERROR, TRANSIENT_ERROR ou TRANSFERRED</translation>
    </message>
    <message>
        <source>Moves files in the background and shows why a transfer fails. Without a command it opens the monitor window.</source>
        <translation>Transfère des fichiers en arrière-plan et montre pourquoi un transfert échoue. Sans commande, ouvre la fenêtre de surveillance.</translation>
    </message>
    <message>
        <source>Mends jobs before `resume`</source>
        <translation>Répare des tâches avant `resume`</translation>
    </message>
    <message>
        <source>Prints this help and exits</source>
        <translation>Affiche cette aide et se termine</translation>
    </message>
    <message>
        <source>Prints the version and exits</source>
        <translation>Affiche la version et se termine</translation>
    </message>
    <message>
        <source>The folder of the jobs; else HAULWATCH_DATA_DIR, else the user&apos;s data folder</source>
        <translation>Le dossier des tâches&#xa0;; sinon HAULWATCH_DATA_DIR, sinon le dossier de données de l’utilisateur</translation>
    </message>
    <message>
        <source>Answers in JSON</source>
        <translation>Répond en JSON</translation>
    </message>
    <message>
        <source>The window</source>
        <translation>La fenêtre</translation>
    </message>
    <message>
        <source>Simulated jobs; nothing is transferred, no disk is touched</source>
        <translation>Tâches simulées&#xa0;; rien n’est transféré, aucun disque n’est touché</translation>
    </message>
    <message>
        <source>Another seed, another demo</source>
        <translation>Une autre graine, une autre démo</translation>
    </message>
    <message>
        <source>a number above 0, such as 10</source>
        <translation>un nombre au-dessus de 0, par exemple 10</translation>
    </message>
    <message>
        <source>How much faster the demo&apos;s time runs</source>
        <translation>Combien de fois plus vite passe le temps de la démo</translation>
    </message>
    <message>
        <source>A demo of the jobs in a JSON file</source>
        <translation>Une démo des tâches d’un fichier JSON</translation>
    </message>
    <message>
        <source>Paints the window into a PNG file and exits; needs no display</source>
        <translation>Peint la fenêtre dans un fichier PNG et se termine&#xa0;; n’a pas besoin d’écran</translation>
    </message>
    <message>
        <source>a width and a height, such as 1360x860</source>
        <translation>une largeur et une hauteur, par exemple 1360x860</translation>
    </message>
    <message>
        <source>The window&apos;s size in pixels</source>
        <translation>La taille de la fenêtre en pixels</translation>
    </message>
    <message>
        <source>Milliseconds before the picture (800)</source>
        <translation>Millisecondes avant l’image (800)</translation>
    </message>
    <message>
        <source>Selects a job by its id, the first in a state, or all in it (all:STATE)</source>
        <translation>Sélectionne une tâche par son identifiant, la première dans un état, ou toutes (all:STATE)</translation>
    </message>
    <message>
        <source>light, dark or contrast</source>
        <translation>light, dark ou contrast</translation>
    </message>
    <message>
        <source>light, dark or contrast; else as the desktop</source>
        <translation>light, dark ou contrast&#xa0;; sinon comme le bureau</translation>
    </message>
    <message>
        <source>Makes one job of all the addresses given</source>
        <translation>Fait une seule tâche de toutes les adresses données</translation>
    </message>
    <message>
        <source>What to fetch: http or https</source>
        <translation>Ce qu’il faut récupérer&#xa0;: http ou https</translation>
    </message>
    <message>
        <source>The folder for the files (this one)</source>
        <translation>Le dossier des fichiers (celui-ci)</translation>
    </message>
    <message>
        <source>The file&apos;s name; with one address only</source>
        <translation>Le nom du fichier&#xa0;; avec une seule adresse</translation>
    </message>
    <message>
        <source>What the job is called</source>
        <translation>Le nom de la tâche</translation>
    </message>
    <message>
        <source>A file with an address a line, - for the standard input; one job a line. Indented lines may say dir=, out=, checksum= and header=</source>
        <translation>Un fichier avec une adresse par ligne, - pour l’entrée standard&#xa0;; une tâche par ligne. Des lignes en retrait peuvent dire dir=, out=, checksum= et header=</translation>
    </message>
    <message>
        <source>What the file must hash to; with one address only</source>
        <translation>L’empreinte que le fichier doit avoir&#xa0;; avec une seule adresse</translation>
    </message>
    <message>
        <source>Only these bytes, one range behind the other; may be repeated; with one address only</source>
        <translation>Ces octets seulement, les plages l’une derrière l’autre&#xa0;; peut être répété&#xa0;; avec une seule adresse</translation>
    </message>
    <message>
        <source>The job waits for `resume`</source>
        <translation>La tâche attend `resume`</translation>
    </message>
    <message>
        <source>The files get their names only by `complete`</source>
        <translation>Les fichiers ne reçoivent leurs noms qu’avec `complete`</translation>
    </message>
    <message>
        <source>Waits for the end; the exit status tells it</source>
        <translation>Attend la fin&#xa0;; le code de retour la dit</translation>
    </message>
    <message>
        <source>Without a new byte for so long the job fails (14 days)</source>
        <translation>Sans nouvel octet pendant ce temps, la tâche échoue (14 jours)</translation>
    </message>
    <message>
        <source>Files of the job at a time (4)</source>
        <translation>Fichiers de la tâche à la fois (4)</translation>
    </message>
    <message>
        <source>A query parameter of the addresses whose value is kept as credentials are, and shown nowhere; may be repeated. With --input - it stays out of the list of processes, too</source>
        <translation>Un paramètre de requête des adresses dont la valeur est gardée comme le sont les identifiants, et n’est montrée nulle part&#xa0;; peut être répété. Avec --input - elle n’apparaît pas non plus dans la liste des processus</translation>
    </message>
    <message>
        <source>To find, connect and trust the server (30)</source>
        <translation>Pour trouver le serveur, s’y connecter et lui faire confiance (30)</translation>
    </message>
    <message>
        <source>From the request to the first byte of the answer (60)</source>
        <translation>De la demande au premier octet de la réponse (60)</translation>
    </message>
    <message>
        <source>Without a byte for so long an attempt ends (30)</source>
        <translation>Sans un octet pendant ce temps, une tentative se termine (30)</translation>
    </message>
    <message>
        <source>Bytes a second; less during the stall time-out ends an attempt (0)</source>
        <translation>Octets par seconde&#xa0;; moins que cela pendant le délai d’immobilité termine une tentative (0)</translation>
    </message>
    <message>
        <source>Lists all jobs</source>
        <translation>Liste toutes les tâches</translation>
    </message>
    <message>
        <source>Shows one job</source>
        <translation>Montre une tâche</translation>
    </message>
    <message>
        <source>Says why a job fails</source>
        <translation>Dit pourquoi une tâche échoue</translation>
    </message>
    <message>
        <source>Lists a job&apos;s files</source>
        <translation>Liste les fichiers d’une tâche</translation>
    </message>
    <message>
        <source>Tells what happened to a job</source>
        <translation>Raconte ce qui est arrivé à une tâche</translation>
    </message>
    <message>
        <source>Lets jobs go on; tries failed ones again</source>
        <translation>Laisse les tâches continuer&#xa0;; réessaie celles en échec</translation>
    </message>
    <message>
        <source>Stops jobs and keeps what arrived</source>
        <translation>Arrête des tâches et garde ce qui est arrivé</translation>
    </message>
    <message>
        <source>Gives finished files their names, drops the others, ends the jobs</source>
        <translation>Donne leurs noms aux fichiers achevés, laisse tomber les autres, clôt les tâches</translation>
    </message>
    <message>
        <source>Ends jobs and deletes what they fetched</source>
        <translation>Clôt des tâches et supprime ce qu’elles ont récupéré</translation>
    </message>
    <message>
        <source>The jobs</source>
        <translation>Les tâches</translation>
    </message>
    <message>
        <source>Instead of ids: all jobs in this state</source>
        <translation>Au lieu d’identifiants&#xa0;: toutes les tâches dans cet état</translation>
    </message>
    <message>
        <source>Prints a line for every change</source>
        <translation>Affiche une ligne à chaque changement</translation>
    </message>
    <message>
        <source>Ends when nothing is queued, active or retrying</source>
        <translation>Se termine quand plus rien n’est en attente, actif ou en nouvel essai</translation>
    </message>
    <message>
        <source>Runs the engine without a window until it is stopped</source>
        <translation>Fait tourner le moteur sans fenêtre jusqu’à ce qu’on l’arrête</translation>
    </message>
    <message>
        <source>Drops finished and cancelled jobs from the record</source>
        <translation>Retire de la liste les tâches terminées et annulées</translation>
    </message>
    <message>
        <source>Tells what a code means: 0x80190194, 404, curl 28</source>
        <translation>Dit ce qu’un code signifie&#xa0;: 0x80190194, 404, curl 28</translation>
    </message>
    <message>
        <source>a number of seconds, such as 30 or 0.5</source>
        <translation>un nombre de secondes, par exemple 30 ou 0.5</translation>
    </message>
    <message>
        <source>foreground, high, normal or low</source>
        <translation>foreground, high, normal ou low</translation>
    </message>
    <message>
        <source>a whole number</source>
        <translation>un nombre entier</translation>
    </message>
    <message>
        <source>A program to run without a shell on ERROR and TRANSFERRED, with the job&apos;s id and that word behind its own arguments; repeated for each argument</source>
        <translation>Un programme à lancer sans shell en cas d’ERROR et de TRANSFERRED, avec l’identifiant de la tâche et ce mot derrière ses propres arguments&#xa0;; répété pour chaque argument</translation>
    </message>
    <message>
        <source>a sum of 1, 2, 4, 8 and 16</source>
        <translation>une somme de 1, 2, 4, 8 et 16</translation>
    </message>
    <message>
        <source>BITS&apos; BG_NOTIFY flags: 1 transferred, 2 error, 4 nothing at all (3)</source>
        <translation>Les drapeaux BG_NOTIFY de BITS&#xa0;: 1 transférée, 2 erreur, 4 rien du tout (3)</translation>
    </message>
    <message>
        <source>Connecting and moving data for so long, the job fails (90 days)</source>
        <translation>Après ce temps à se connecter et à transférer, la tâche échoue (90 jours)</translation>
    </message>
    <message>
        <source>foreground, high, normal (as it is) or low</source>
        <translation>foreground, high, normal (tel quel) ou low</translation>
    </message>
    <message>
        <source>Another address for one file, counted from 0; may be repeated</source>
        <translation>Une autre adresse pour un fichier, compté à partir de 0&#xa0;; peut être répété</translation>
    </message>
    <message>
        <source>Another begin for every address that begins with FROM</source>
        <translation>Un autre début pour chaque adresse qui commence par FROM</translation>
    </message>
    <message>
        <source>A further file for the job; may be repeated</source>
        <translation>Un fichier de plus pour la tâche&#xa0;; peut être répété</translation>
    </message>
    <message>
        <source>Fetches a file again from its first byte, or all; may be repeated</source>
        <translation>Récupère de nouveau un fichier depuis son premier octet, ou tous&#xa0;; peut être répété</translation>
    </message>
    <message>
        <source>Another folder; what has arrived moves along</source>
        <translation>Un autre dossier&#xa0;; ce qui est arrivé suit</translation>
    </message>
    <message>
        <source>A file whose first line is USER:PASSWORD, - for the standard input; an empty line takes them away</source>
        <translation>Un fichier dont la première ligne est USER:PASSWORD, - pour l’entrée standard&#xa0;; une ligne vide les retire</translation>
    </message>
    <message>
        <source>The proxy&apos;s address; empty: what the environment says</source>
        <translation>L’adresse du proxy&#xa0;; vide&#xa0;: ce que dit l’environnement</translation>
    </message>
    <message>
        <source>Trusted certificates; empty: the system&apos;s</source>
        <translation>Certificats de confiance&#xa0;; vide&#xa0;: ceux du système</translation>
    </message>
    <message>
        <source>a number of seconds, such as 30 or 0.5, or the word growing</source>
        <translation>un nombre de secondes, par exemple 30 ou 0.5, ou le mot growing</translation>
    </message>
    <message>
        <source>a whole number or the word none</source>
        <translation>un nombre entier ou le mot none</translation>
    </message>
    <message>
        <source>The files get their names when all have arrived, from now on</source>
        <translation>Les fichiers reçoivent leur nom quand tous sont arrivés, désormais</translation>
    </message>
    <message>
        <source>A query parameter of the addresses whose value is kept as credentials are, and shown nowhere; may be repeated</source>
        <translation>Un paramètre de requête des adresses dont la valeur est gardée comme le sont les identifiants, et n’est montrée nulle part&#xa0;; peut être répété</translation>
    </message>
    <message>
        <source>A header whose value is kept as credentials are, though it is one that any client sends; all others are anyway; may be repeated</source>
        <translation>Un en-tête dont la valeur est gardée comme le sont les identifiants, bien que tout client l’envoie&#xa0;; tous les autres le sont de toute façon&#xa0;; peut être répété</translation>
    </message>
    <message>
        <source>Commands</source>
        <translation>Commandes</translation>
    </message>
    <message>
        <source>--range needs FIRST-LAST or FIRST-, not %1.</source>
        <translation>--range exige FIRST-LAST ou FIRST-, pas %1.</translation>
    </message>
    <message>
        <source>There is nothing to add. Give at least one address, or a file of addresses with --input.</source>
        <translation>Il n’y a rien à ajouter. Donnez au moins une adresse, ou un fichier d’adresses avec --input.</translation>
    </message>
    <message>
        <source>Give the addresses either in the command or in the --input file, not both.</source>
        <translation>Donnez les adresses soit dans la commande, soit dans le fichier --input, pas dans les deux.</translation>
    </message>
    <message>
        <source>--output names one file. Give it with exactly one address; an --input file has out= for that.</source>
        <translation>--output nomme un seul fichier. Donnez-le avec une seule adresse&#xa0;; un fichier --input a out= pour cela.</translation>
    </message>
    <message>
        <source>--checksum is about one file. Give it with exactly one address; an --input file has checksum= for that.</source>
        <translation>--checksum concerne un seul fichier. Donnez-le avec une seule adresse&#xa0;; un fichier --input a checksum= pour cela.</translation>
    </message>
    <message>
        <source>--range is about one file. Give it with exactly one address.</source>
        <translation>--range concerne un seul fichier. Donnez-le avec une seule adresse.</translation>
    </message>
    <message>
        <source>--suspended and --wait exclude each other: the wait would never end.</source>
        <translation>--suspended et --wait s’excluent&#xa0;: l’attente ne finirait jamais.</translation>
    </message>
    <message>
        <source>--parallel-files needs at least 1.</source>
        <translation>--parallel-files exige au moins 1.</translation>
    </message>
    <message>
        <source>Give either the ids of jobs or --all-in-state STATE.</source>
        <translation>Donnez soit les ID des tâches, soit --all-in-state STATE.</translation>
    </message>
    <message>
        <source>%1 is for the window; leave the command out, or the option.</source>
        <translation>%1 est pour la fenêtre&#xa0;; retirez la commande ou l’option.</translation>
    </message>
    <message>
        <source>--demo needs a number of jobs from 1 to %1, not %2.</source>
        <translation>--demo exige un nombre de tâches de 1 à %1, pas %2.</translation>
    </message>
    <message>
        <source>--seed, --speed and --scenario are for --demo only.</source>
        <translation>--seed, --speed et --scenario ne valent que pour --demo.</translation>
    </message>
    <message>
        <source>A scenario says all about its jobs; leave --seed out.</source>
        <translation>Un scénario dit tout de ses tâches&#xa0;; retirez --seed.</translation>
    </message>
    <message>
        <source>`haulwatch %1--help` tells what is possible.</source>
        <translation>`haulwatch %1--help` indique ce qui est possible.</translation>
    </message>
    <message>
        <source>%1 needs %2, not %3.</source>
        <translation>%1 demande %2, et non %3.</translation>
    </message>
    <message>
        <source>There is no command %1.</source>
        <translation>La commande %1 n’existe pas.</translation>
    </message>
    <message>
        <source>%1 was not expected.</source>
        <translation>%1 n’était pas attendu.</translation>
    </message>
    <message>
        <source>%1 was given more than once.</source>
        <translation>%1 est donné plusieurs fois.</translation>
    </message>
    <message>
        <source>%1 needs %2 behind it.</source>
        <translation>%1 demande %2 à sa suite.</translation>
    </message>
    <message>
        <source>%1 is missing.</source>
        <translation>%1 manque.</translation>
    </message>
    <message>
        <source>%1 takes no value.</source>
        <translation>%1 ne prend pas de valeur.</translation>
    </message>
    <message>
        <source>%1 and %2 exclude each other.</source>
        <translation>%1 et %2 s’excluent.</translation>
    </message>
    <message>
        <source>Usage</source>
        <translation>Utilisation</translation>
    </message>
    <message>
        <source>OPTIONS</source>
        <translation>OPTIONS</translation>
    </message>
    <message>
        <source>COMMAND</source>
        <translation>COMMANDE</translation>
    </message>
    <message>
        <source>What it is about</source>
        <translation>Ce dont il s’agit</translation>
    </message>
    <message>
        <source>(required)</source>
        <translation>(obligatoire)</translation>
    </message>
    <message>
        <source>Excludes</source>
        <translation>Exclut</translation>
    </message>
    <message>
        <source>TEXT</source>
        <translation>TEXTE</translation>
    </message>
    <message>
        <source>Options</source>
        <translation>Options</translation>
    </message>
    <message>
        <source>--url needs a file&apos;s number as `files` tells it and an address, such as 0=https://…, not %1.</source>
        <translation>--url exige le numéro d’un fichier, tel que `files` l’indique, et une adresse, par exemple 0=https://…, pas %1.</translation>
    </message>
    <message>
        <source>--restart needs a file&apos;s number as `files` tells it, or the word all, not %1.</source>
        <translation>--restart exige le numéro d’un fichier, tel que `files` l’indique, ou le mot all, pas %1.</translation>
    </message>
    <message>
        <source>There is nothing to change. `haulwatch set --help` tells what can be.</source>
        <translation>Il n’y a rien à modifier. `haulwatch set --help` indique ce qui peut l’être.</translation>
    </message>
    <message>
        <source>--url is about the files of one job. Give one id, or --url-prefix for all of them.</source>
        <translation>--url concerne les fichiers d’une seule tâche. Donnez un seul ID, ou --url-prefix pour tous les fichiers.</translation>
    </message>
    <message>
        <source>Between attempts; growing: 5, doubling to 600 (growing)</source>
        <translation>Entre les tentatives&#xa0;; growing&#xa0;: 5, doublant jusqu’à 600 (growing)</translation>
    </message>
    <message>
        <source>Attempts in a row without a new byte, then the job fails; none: no limit (none)</source>
        <translation>Tentatives de suite sans nouvel octet, puis la tâche échoue&#xa0;; none&#xa0;: sans limite (none)</translation>
    </message>
    <message>
        <source>A header line to send, &quot;Name: value&quot;; may be repeated; `set` replaces all of them</source>
        <translation>Une ligne d’en-tête à envoyer, «&#xa0;Nom: valeur&#xa0;»&#xa0;; peut être répétée&#xa0;; `set` les remplace toutes</translation>
    </message>
    <message>
        <source>An attempt ends after so long, whatever comes; 0: no limit (0)</source>
        <translation>Une tentative se termine après ce délai, quoi qu’il arrive&#xa0;; 0&#xa0;: sans limite (0)</translation>
    </message>
    <message>
        <source>A web page is taken for the file, whatever its name says</source>
        <translation>Une page web est prise pour le fichier, quoi que dise son nom</translation>
    </message>
    <message>
        <source>Size and date prove that a file is the same, whatever its tag says</source>
        <translation>La taille et la date prouvent qu’un fichier est le même, quoi que dise son étiquette</translation>
    </message>
    <message>
        <source>A file that the server packed for the way is kept packed, whatever its name says</source>
        <translation>Un fichier que le serveur a compressé pour le trajet est gardé compressé, quoi que dise son nom</translation>
    </message>
</context>
<context>
    <name>Commands</name>
    <message>
        <source>Line %1 of the input file: </source>
        <translation>Ligne %1 du fichier d’entrée&#xa0;: </translation>
    </message>
    <message>
        <source>“%1” arrived, but a file could not be given its name. `haulwatch history %2` says which; then `haulwatch complete %2`.</source>
        <translation>«&#xa0;%1&#xa0;» est arrivée, mais un fichier n’a pas pu recevoir son nom. `haulwatch history %2` dit lequel&#xa0;; ensuite, `haulwatch complete %2`.</translation>
    </message>
    <message>
        <source>“%1” arrived, but the server did not say how long it is. Check it, then `haulwatch complete %2`.</source>
        <translation>«&#xa0;%1&#xa0;» est arrivée, mais le serveur n’a pas indiqué sa taille. Vérifiez-la, puis `haulwatch complete %2`.</translation>
    </message>
    <message>
        <source>“%1” was cancelled.</source>
        <translation>«&#xa0;%1&#xa0;» a été annulée.</translation>
    </message>
    <message>
        <source>“%1” failed: %2. %3 %4</source>
        <translation>«&#xa0;%1&#xa0;» a échoué&#xa0;: %2. %3 %4</translation>
    </message>
    <message>
        <source>Interrupted. The job is kept; `haulwatch serve` goes on with it.</source>
        <translation>Interrompu. La tâche est conservée&#xa0;; `haulwatch serve` la poursuit.</translation>
    </message>
    <message>
        <source>The engine stopped. The job is kept; `haulwatch serve` goes on with it.</source>
        <translation>Le moteur s’est arrêté. La tâche est conservée&#xa0;; `haulwatch serve` la poursuit.</translation>
    </message>
    <message>
        <source>what had not arrived was dropped</source>
        <translation>ce qui n’était pas arrivé a été abandonné</translation>
    </message>
    <message>
        <source>nothing, for no address begins so</source>
        <translation>rien, car aucune adresse ne commence ainsi</translation>
    </message>
    <message>
        <source>a partial file could not be deleted</source>
        <translation>un fichier partiel n’a pas pu être supprimé</translation>
    </message>
    <message>
        <source>resumed</source>
        <translation>reprise</translation>
    </message>
    <message>
        <source>suspended</source>
        <translation>suspendue</translation>
    </message>
    <message>
        <source>completed</source>
        <translation>terminée</translation>
    </message>
    <message>
        <source>cancelled</source>
        <translation>annulée</translation>
    </message>
    <message>
        <source>forgotten</source>
        <translation>oubliée</translation>
    </message>
    <message>
        <source>“%1” could not be read.</source>
        <translation>«&#xa0;%1&#xa0;» n’a pas pu être lu.</translation>
    </message>
    <message>
        <source>changed</source>
        <translation>modifiée</translation>
    </message>
    <message>
        <source>an indented option needs an address above it. Write addresses at the begin of the line.</source>
        <translation>une option en retrait demande une adresse au-dessus d’elle. Écrivez les adresses en début de ligne.</translation>
    </message>
    <message>
        <source>an option is written NAME=VALUE. Write addresses at the begin of the line.</source>
        <translation>une option s’écrit NAME=VALUE. Écrivez les adresses en début de ligne.</translation>
    </message>
    <message>
        <source>“%1” is not a checksum. Write it as sha-256=HEX, with all its digits.</source>
        <translation>«&#xa0;%1&#xa0;» n’est pas une somme de contrôle. Écrivez-la comme sha-256=HEX, avec tous ses chiffres.</translation>
    </message>
    <message>
        <source>several addresses for one file are not supported. Give each a line of its own.</source>
        <translation>plusieurs adresses pour un fichier ne sont pas possibles. Donnez une ligne à chacune.</translation>
    </message>
    <message>
        <source>The input file “%1” cannot be read: %2. Check its name and your rights.</source>
        <translation>Le fichier d’entrée «&#xa0;%1&#xa0;» est illisible&#xa0;: %2. Vérifiez son nom et vos droits.</translation>
    </message>
    <message>
        <source>The input file holds no address. Write one a line.</source>
        <translation>Le fichier d’entrée ne contient aucune adresse. Écrivez-en une par ligne.</translation>
    </message>
    <message>
        <source>Line %1 of the input file: the option “%2” is not known here and was ignored.</source>
        <translation>Ligne %1 du fichier d’entrée&#xa0;: l’option «&#xa0;%2&#xa0;» n’est pas connue ici et a été ignorée.</translation>
    </message>
    <message>
        <source>A name or an address is not UTF-8 text. Write it in that encoding.</source>
        <translation>Un nom ou une adresse n’est pas du texte UTF-8. Écrivez-le dans ce codage.</translation>
    </message>
    <message>
        <source>“%1” is no code. Give one such as 0x80190194, BG_E_HTTP_ERROR_404, 404, “curl 28” or “errno 28”.</source>
        <translation>«&#xa0;%1&#xa0;» n’est pas un code. Donnez par exemple 0x80190194, BG_E_HTTP_ERROR_404, 404, «&#xa0;curl 28&#xa0;» ou «&#xa0;errno 28&#xa0;».</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 sur %2</translation>
    </message>
    <message>
        <source>ID</source>
        <translation>ID</translation>
    </message>
    <message>
        <source>STATE</source>
        <translation>ÉTAT</translation>
    </message>
    <message>
        <source>DONE</source>
        <translation>REÇU</translation>
    </message>
    <message>
        <source>FILES</source>
        <translation>FICHIERS</translation>
    </message>
    <message>
        <source>SIZE</source>
        <translation>TAILLE</translation>
    </message>
    <message>
        <source>NAME</source>
        <translation>NOM</translation>
    </message>
    <message>
        <source>PROBLEM</source>
        <translation>PROBLÈME</translation>
    </message>
    <message>
        <source>Job</source>
        <translation>Tâche</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Nom</translation>
    </message>
    <message>
        <source>State</source>
        <translation>État</translation>
    </message>
    <message>
        <source>Priority</source>
        <translation>Priorité</translation>
    </message>
    <message>
        <source>Folder</source>
        <translation>Dossier</translation>
    </message>
    <message>
        <source>Progress</source>
        <translation>Progression</translation>
    </message>
    <message>
        <source>Files</source>
        <translation>Fichiers</translation>
    </message>
    <message>
        <source>Errors</source>
        <translation>Erreurs</translation>
    </message>
    <message>
        <source>Created</source>
        <translation>Création</translation>
    </message>
    <message>
        <source>Changed</source>
        <translation>Modification</translation>
    </message>
    <message>
        <source>Transferred</source>
        <translation>Transféré</translation>
    </message>
    <message>
        <source>Next retry</source>
        <translation>Prochain essai</translation>
    </message>
    <message>
        <source>Waits</source>
        <translation>Attente</translation>
    </message>
    <message>
        <source>The server did not say how long a file is, so nobody can tell whether all of it is here. Check it, then `haulwatch complete` it.</source>
        <translation>Le serveur n’a pas indiqué la taille d’un fichier&#xa0;; impossible donc de savoir s’il est là en entier. Vérifiez-le, puis `haulwatch complete`.</translation>
    </message>
    <message>
        <source>Code</source>
        <translation>Code</translation>
    </message>
    <message>
        <source>Context</source>
        <translation>Contexte</translation>
    </message>
    <message>
        <source>Protocol</source>
        <translation>Protocole</translation>
    </message>
    <message>
        <source>Native code</source>
        <translation>Code natif</translation>
    </message>
    <message>
        <source>Detail</source>
        <translation>Détail</translation>
    </message>
    <message>
        <source>Connected to</source>
        <translation>Connecté à</translation>
    </message>
    <message>
        <source>TLS</source>
        <translation>TLS</translation>
    </message>
    <message>
        <source>Header</source>
        <translation>En-tête</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>Adresse</translation>
    </message>
    <message>
        <source>File</source>
        <translation>Fichier</translation>
    </message>
    <message>
        <source>First cause</source>
        <translation>Première cause</translation>
    </message>
    <message>
        <source>Attempt</source>
        <translation>Tentative</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>Heure</translation>
    </message>
    <message>
        <source>N</source>
        <translation>N</translation>
    </message>
    <message>
        <source>PROGRESS</source>
        <translation>PROGRESSION</translation>
    </message>
    <message>
        <source>ADDRESS</source>
        <translation>ADRESSE</translation>
    </message>
    <message>
        <source>There is no error information for “%1” (%2, %3): it has not failed, data has moved again since, or the job is over. `haulwatch history` keeps what happened.</source>
        <translation>Aucune information d’erreur pour «&#xa0;%1&#xa0;» (%2, %3)&#xa0;: la tâche n’a pas échoué, des données ont circulé depuis, ou elle est close. `haulwatch history` conserve ce qui s’est passé.</translation>
    </message>
    <message>
        <source>An engine is running already for %1. Use it, or another folder with --data-dir.</source>
        <translation>Un moteur est déjà en marche pour %1. Utilisez-le, ou un autre dossier avec --data-dir.</translation>
    </message>
    <message>
        <source>Commands could not reach the engine: %1/socket cannot be made (%2). Remove what is in the way.</source>
        <translation>Les commandes ne pourraient pas joindre le moteur&#xa0;: %1/socket ne peut pas être créé (%2). Supprimez ce qui gêne.</translation>
    </message>
    <message>
        <source>The standard output is closed; the engine runs nevertheless.</source>
        <translation>La sortie standard est fermée&#xa0;; le moteur fonctionne néanmoins.</translation>
    </message>
    <message>
        <source>No engine is running, so nothing moves yet. Start one with `haulwatch serve`, or open the window with `haulwatch`.</source>
        <translation>Aucun moteur n’est en marche, donc rien n’avance encore. Démarrez-en un avec `haulwatch serve`, ou ouvrez la fenêtre avec `haulwatch`.</translation>
    </message>
    <message>
        <source>The answer could not be written.</source>
        <translation>La réponse n’a pas pu être écrite.</translation>
    </message>
    <message>
        <source>%1 was forgotten</source>
        <translation>%1 a été oubliée</translation>
    </message>
    <message>
        <source>No engine was running; this command runs it until it ends.</source>
        <translation>Aucun moteur n’était en marche&#xa0;; cette commande en fait tourner un jusqu’à sa fin.</translation>
    </message>
    <message>
        <source>The engine stopped.</source>
        <translation>Le moteur s’est arrêté.</translation>
    </message>
</context>
<context>
    <name>DemoTour</name>
    <message>
        <source>What needs you</source>
        <translation>Ce qui a besoin de vous</translation>
    </message>
    <message>
        <source>Jobs that wait for you are counted on top. Further below, equal problems stand together: one line for each cause and server.</source>
        <translation>Les tâches qui vous attendent sont comptées en haut. Plus bas, les problèmes semblables sont réunis&#xa0;: une ligne par cause et par serveur.</translation>
    </message>
    <message>
        <source>Who moves next</source>
        <translation>Qui joue ensuite</translation>
    </message>
    <message>
        <source>“Next” says what happens by itself, and when. Where it says “you”, nothing will happen without you. F8 leads from problem to problem.</source>
        <translation>«&#xa0;Suite&#xa0;» dit ce qui arrive de soi-même, et quand. Là où il est écrit «&#xa0;vous&#xa0;», rien ne se passera sans vous. F8 mène de problème en problème.</translation>
    </message>
    <message>
        <source>Why it failed, and the ways out</source>
        <translation>Pourquoi cela a échoué, et les issues</translation>
    </message>
    <message>
        <source>Each button says what becomes of your files before you press it. The safest useful way is on top; one that has just failed several times says so.</source>
        <translation>Chaque bouton dit ce qu’il advient de vos fichiers avant que vous n’appuyiez. L’issue utile la plus sûre est en haut&#xa0;; celle qui vient d’échouer plusieurs fois le dit.</translation>
    </message>
    <message>
        <source>Many at once</source>
        <translation>Plusieurs à la fois</translation>
    </message>
    <message>
        <source>“Same problem” counts the jobs that fail for the same reason. “Act on all” mends or ends them together and reports who did not follow.</source>
        <translation>«&#xa0;Même problème&#xa0;» compte les tâches qui échouent pour la même raison. «&#xa0;Agir sur toutes&#xa0;» les répare ou les clôt ensemble et dit lesquelles n’ont pas suivi.</translation>
    </message>
    <message>
        <source>Ten seconds to think again</source>
        <translation>Dix secondes de réflexion</translation>
    </message>
    <message>
        <source>Cancel and a partial Complete wait ten seconds; Ctrl+Z takes them back. Nothing here is real: try everything.</source>
        <translation>Annuler et un Terminer partiel attendent dix secondes&#xa0;; Ctrl+Z revient en arrière. Rien ici n’est réel&#xa0;: essayez tout.</translation>
    </message>
</context>
<context>
    <name>Diagnostics</name>
    <message>
        <source>State</source>
        <translation>État</translation>
    </message>
    <message>
        <source>Problem</source>
        <translation>Problème</translation>
    </message>
    <message>
        <source>none now</source>
        <translation>aucun pour l’instant</translation>
    </message>
    <message>
        <source>What happened</source>
        <translation>Événement</translation>
    </message>
    <message>
        <source>Code</source>
        <translation>Code</translation>
    </message>
    <message>
        <source>Context</source>
        <translation>Contexte</translation>
    </message>
    <message>
        <source>Protocol</source>
        <translation>Protocole</translation>
    </message>
    <message>
        <source>Native code</source>
        <translation>Code natif</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>Adresse</translation>
    </message>
    <message>
        <source>Shortened: %1 files and %2 events exist.</source>
        <translation>Abrégé&#xa0;: il existe %1 fichiers et %2 événements.</translation>
    </message>
    <message>
        <source>Nothing had to be removed.</source>
        <translation>Rien n’a dû être retiré.</translation>
    </message>
    <message>
        <source>Removed: %1.</source>
        <translation>Retiré&#xa0;: %1.</translation>
    </message>
</context>
<context>
    <name>FilterText</name>
    <message>
        <source>“%1:” is not known here. Use one of %2, or put the text in quotes.</source>
        <translation>«&#xa0;%1:&#xa0;» n’est pas connu ici. Utilisez l’un de %2, ou mettez le texte entre guillemets.</translation>
    </message>
    <message>
        <source>“%1” is not a known %2.</source>
        <translation>«&#xa0;%1&#xa0;» n’est pas une valeur connue pour %2.</translation>
    </message>
    <message>
        <source>“%1” is not a known %2. Use one of %3.</source>
        <translation>«&#xa0;%1&#xa0;» n’est pas une valeur connue pour %2. Utilisez l’une de %3.</translation>
    </message>
    <message>
        <source>Say what is wanted after “%1:”.</source>
        <translation>Dites ce qui est voulu après «&#xa0;%1:&#xa0;».</translation>
    </message>
    <message>
        <source>“%1” is not an age. Write it like age:&gt;2h or age:&lt;30m, with s, m, h, d or w.</source>
        <translation>«&#xa0;%1&#xa0;» n’est pas un âge. Écrivez-le comme age:&gt;2h ou age:&lt;30m, avec s, m, h, d ou w.</translation>
    </message>
    <message>
        <source>“%1” is not a size. Write it like size:&gt;1.5GB or size:&lt;300MB.</source>
        <translation>«&#xa0;%1&#xa0;» n’est pas une taille. Écrivez-la comme size:&gt;1.5GB ou size:&lt;300MB.</translation>
    </message>
    <message>
        <source>The quotation mark is not closed.</source>
        <translation>Le guillemet n’est pas fermé.</translation>
    </message>
</context>
<context>
    <name>Format</name>
    <message>
        <source>1 day</source>
        <translation>1 jour</translation>
    </message>
    <message numerus="yes">
        <source>%Ln days</source>
        <translation>
            <numerusform>%Ln jour</numerusform>
            <numerusform>%Ln jours</numerusform>
        </translation>
    </message>
    <message>
        <source>unknown</source>
        <translation>inconnue</translation>
    </message>
    <message>
        <source>1 byte</source>
        <translation>1 octet</translation>
    </message>
    <message>
        <source>%1 bytes</source>
        <translation>%1 octets</translation>
    </message>
    <message>
        <source>%1 kB</source>
        <translation>%1&#xa0;ko</translation>
    </message>
    <message>
        <source>%1 MB</source>
        <translation>%1&#xa0;Mo</translation>
    </message>
    <message>
        <source>%1 GB</source>
        <translation>%1&#xa0;Go</translation>
    </message>
    <message>
        <source>%1 TB</source>
        <translation>%1&#xa0;To</translation>
    </message>
    <message>
        <source>%1 PB</source>
        <translation>%1&#xa0;Po</translation>
    </message>
    <message>
        <source>%1 EB</source>
        <translation>%1&#xa0;Eo</translation>
    </message>
    <message>
        <source>%1 B/s</source>
        <translation>%1&#xa0;o/s</translation>
    </message>
    <message>
        <source>%1 kB/s</source>
        <translation>%1&#xa0;ko/s</translation>
    </message>
    <message>
        <source>%1 MB/s</source>
        <translation>%1&#xa0;Mo/s</translation>
    </message>
    <message>
        <source>%1 GB/s</source>
        <translation>%1&#xa0;Go/s</translation>
    </message>
    <message>
        <source>%1 TB/s</source>
        <translation>%1&#xa0;To/s</translation>
    </message>
    <message>
        <source>%1 PB/s</source>
        <translation>%1&#xa0;Po/s</translation>
    </message>
    <message>
        <source>%1 EB/s</source>
        <translation>%1&#xa0;Eo/s</translation>
    </message>
    <message>
        <source>%1 s</source>
        <translation>%1&#xa0;s</translation>
    </message>
    <message>
        <source>%1 min %2 s</source>
        <translation>%1&#xa0;min %2&#xa0;s</translation>
    </message>
    <message>
        <source>%1 min</source>
        <translation>%1&#xa0;min</translation>
    </message>
    <message>
        <source>%1 h</source>
        <translation>%1&#xa0;h</translation>
    </message>
    <message>
        <source>%1 h %2 min</source>
        <translation>%1&#xa0;h %2&#xa0;min</translation>
    </message>
    <message>
        <source>%1 %2 h</source>
        <comment>days, hours</comment>
        <translation>%1 %2&#xa0;h</translation>
    </message>
    <message>
        <source>d MMM HH:mm:ss</source>
        <comment>date of this year and time</comment>
        <translation>d MMM HH:mm:ss</translation>
    </message>
    <message>
        <source>d MMM yyyy HH:mm:ss</source>
        <comment>date and time</comment>
        <translation>d MMM yyyy HH:mm:ss</translation>
    </message>
    <message>
        <source>%1 %</source>
        <comment>percentage</comment>
        <translation>%1&#xa0;%</translation>
    </message>
    <message>
        <source>Queued</source>
        <translation>En attente</translation>
    </message>
    <message>
        <source>Connecting</source>
        <translation>Connexion</translation>
    </message>
    <message>
        <source>Downloading</source>
        <translation>Téléchargement</translation>
    </message>
    <message>
        <source>Suspended</source>
        <translation>Suspendue</translation>
    </message>
    <message>
        <source>Failed</source>
        <translation>En échec</translation>
    </message>
    <message>
        <source>Retrying</source>
        <translation>Nouvel essai</translation>
    </message>
    <message>
        <source>Ready to complete</source>
        <translation>Prête à terminer</translation>
    </message>
    <message>
        <source>Finished</source>
        <translation>Terminée</translation>
    </message>
    <message>
        <source>Cancelled</source>
        <translation>Annulée</translation>
    </message>
    <message>
        <source>Waiting</source>
        <comment>file</comment>
        <translation>En attente</translation>
    </message>
    <message>
        <source>Downloading</source>
        <comment>file</comment>
        <translation>Téléchargement</translation>
    </message>
    <message>
        <source>Retrying</source>
        <comment>file</comment>
        <translation>Nouvel essai</translation>
    </message>
    <message>
        <source>Failed</source>
        <comment>file</comment>
        <translation>En échec</translation>
    </message>
    <message>
        <source>Arrived</source>
        <comment>file</comment>
        <translation>Arrivé</translation>
    </message>
    <message>
        <source>Complete</source>
        <comment>file</comment>
        <translation>Terminé</translation>
    </message>
    <message>
        <source>Resume</source>
        <translation>Reprendre</translation>
    </message>
    <message>
        <source>Suspend</source>
        <translation>Suspendre</translation>
    </message>
    <message>
        <source>Complete</source>
        <translation>Terminer</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Annuler</translation>
    </message>
    <message>
        <source>Foreground</source>
        <translation>Premier plan</translation>
    </message>
    <message>
        <source>High</source>
        <translation>Haute</translation>
    </message>
    <message>
        <source>Normal</source>
        <translation>Normale</translation>
    </message>
    <message>
        <source>Low</source>
        <translation>Basse</translation>
    </message>
</context>
<context>
    <name>JobColumns</name>
    <message>
        <source>%1 / %2</source>
        <comment>files here / files of the job</comment>
        <translation>%1 / %2</translation>
    </message>
    <message>
        <source>State</source>
        <translation>État</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Nom</translation>
    </message>
    <message>
        <source>Progress</source>
        <translation>Progression</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>Taille</translation>
    </message>
    <message>
        <source>Speed</source>
        <translation>Débit</translation>
    </message>
    <message>
        <source>Next</source>
        <translation>Suite</translation>
    </message>
    <message>
        <source>Files</source>
        <translation>Fichiers</translation>
    </message>
    <message>
        <source>Problem</source>
        <translation>Problème</translation>
    </message>
    <message>
        <source>Host</source>
        <translation>Hôte</translation>
    </message>
    <message>
        <source>Priority</source>
        <translation>Priorité</translation>
    </message>
    <message>
        <source>Errors</source>
        <translation>Erreurs</translation>
    </message>
    <message>
        <source>Code</source>
        <translation>Code</translation>
    </message>
    <message>
        <source>Added</source>
        <translation>Ajout</translation>
    </message>
    <message>
        <source>Changed</source>
        <translation>Modification</translation>
    </message>
    <message>
        <source>Received</source>
        <translation>Reçu</translation>
    </message>
    <message>
        <source>Context</source>
        <translation>Contexte</translation>
    </message>
    <message>
        <source>Retry</source>
        <translation>Nouvel essai</translation>
    </message>
    <message>
        <source>Folder</source>
        <translation>Dossier</translation>
    </message>
    <message>
        <source>Id</source>
        <translation>ID</translation>
    </message>
    <message>
        <source>%1 of 1 file</source>
        <translation>%1 sur 1 fichier</translation>
    </message>
    <message>
        <source>%1 of %2 files</source>
        <translation>%1 sur %2 fichiers</translation>
    </message>
</context>
<context>
    <name>JobNews</name>
    <message>
        <source>1 download failed</source>
        <translation>1 téléchargement a échoué</translation>
    </message>
    <message>
        <source>%1 downloads failed</source>
        <translation>%1 téléchargements ont échoué</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>how many failed, why</comment>
        <translation>%1&#xa0;: %2</translation>
    </message>
    <message>
        <source>%1: %2 in %3</source>
        <comment>how many failed, why, folder</comment>
        <translation>%1&#xa0;: %2 dans %3</translation>
    </message>
    <message>
        <source>%1: %2 on %3</source>
        <comment>how many failed, why, server</comment>
        <translation>%1&#xa0;: %2 sur %3</translation>
    </message>
    <message>
        <source>, </source>
        <comment>between the words of a list</comment>
        <translation>, </translation>
    </message>
    <message>
        <source>%1 and %2 more</source>
        <translation>%1 et %2 de plus</translation>
    </message>
    <message>
        <source>1 download has arrived and waits for you to complete it</source>
        <translation>1 téléchargement est arrivé et attend que vous le terminiez</translation>
    </message>
    <message>
        <source>%1 downloads have arrived and wait for you to complete them</source>
        <translation>%1 téléchargements sont arrivés et attendent que vous les terminiez</translation>
    </message>
    <message>
        <source>1 download finished</source>
        <translation>1 téléchargement terminé</translation>
    </message>
    <message>
        <source>%1 downloads finished</source>
        <translation>%1 téléchargements terminés</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <comment>server or folder, how many</comment>
        <translation>%1 (%2)</translation>
    </message>
</context>
<context>
    <name>JobView</name>
    <message>
        <source>Needs attention</source>
        <translation>À votre attention</translation>
    </message>
    <message>
        <source>All jobs</source>
        <translation>Toutes les tâches</translation>
    </message>
    <message>
        <source>Active</source>
        <translation>Actives</translation>
    </message>
    <message>
        <source>%1 · %2</source>
        <comment>cause, place</comment>
        <translation>%1 · %2</translation>
    </message>
</context>
<context>
    <name>NextMove</name>
    <message>
        <source>2nd try</source>
        <translation>2e essai</translation>
    </message>
    <message>
        <source>3rd try</source>
        <translation>3e essai</translation>
    </message>
    <message>
        <source>%1th try</source>
        <translation>%1e essai</translation>
    </message>
    <message>
        <source>try %1</source>
        <translation>essai %1</translation>
    </message>
    <message>
        <source>waits</source>
        <translation>attend</translation>
    </message>
    <message>
        <source>%1 · %2</source>
        <comment>time until, which try</comment>
        <translation>%1 · %2</translation>
    </message>
    <message>
        <source>%1 left</source>
        <translation>reste %1</translation>
    </message>
    <message>
        <source>no data yet</source>
        <translation>pas encore de données</translation>
    </message>
    <message>
        <source>end unknown</source>
        <translation>fin inconnue</translation>
    </message>
    <message>
        <source>you</source>
        <translation>vous</translation>
    </message>
    <message>
        <source>Complete</source>
        <translation>Terminer</translation>
    </message>
    <message>
        <source>in line</source>
        <translation>dans la file</translation>
    </message>
    <message>
        <source>server is busy</source>
        <translation>serveur occupé</translation>
    </message>
    <message>
        <source>server asks: %1</source>
        <comment>time to wait</comment>
        <translation>serveur&#xa0;: %1</translation>
    </message>
</context>
<context>
    <name>ProblemText</name>
    <message>
        <source>No problem</source>
        <translation>Aucun problème</translation>
    </message>
    <message>
        <source>Nothing is wrong with this job.</source>
        <translation>Tout va bien pour cette tâche.</translation>
    </message>
    <message>
        <source>There is nothing to do.</source>
        <translation>Il n’y a rien à faire.</translation>
    </message>
    <message>
        <source>File not found on the server</source>
        <translation>Fichier introuvable sur le serveur</translation>
    </message>
    <message>
        <source>File not found</source>
        <translation>Fichier introuvable</translation>
    </message>
    <message>
        <source>{server} said at {time} that it has no {file}.</source>
        <translation>{server} a répondu à {time} ne pas avoir {file}.</translation>
    </message>
    <message>
        <source>Change the address to where the file is now, then resume.</source>
        <translation>Mettez l’adresse où le fichier se trouve maintenant, puis reprenez.</translation>
    </message>
    <message>
        <source>The server asks for a sign-in</source>
        <translation>Le serveur demande une identification</translation>
    </message>
    <message>
        <source>Sign-in needed</source>
        <translation>Identification requise</translation>
    </message>
    <message>
        <source>{server} asked at {time} for a user name and password for {file}.</source>
        <translation>{server} a demandé à {time} un nom d’utilisateur et un mot de passe pour {file}.</translation>
    </message>
    <message>
        <source>Give the user name and password of your account there, then resume.</source>
        <translation>Donnez le nom d’utilisateur et le mot de passe de votre compte là-bas, puis reprenez.</translation>
    </message>
    <message>
        <source>The server refuses access</source>
        <translation>Le serveur refuse l’accès</translation>
    </message>
    <message>
        <source>Access refused</source>
        <translation>Accès refusé</translation>
    </message>
    <message>
        <source>{server} refused at {time} to hand over {file}.</source>
        <translation>{server} a refusé à {time} de livrer {file}.</translation>
    </message>
    <message>
        <source>It may need an account: give its user name and password. Or the link has expired: change the address.</source>
        <translation>Il faut peut-être un compte&#xa0;: donnez son nom d’utilisateur et son mot de passe. Ou le lien a expiré&#xa0;: changez l’adresse.</translation>
    </message>
    <message>
        <source>The proxy asks for a sign-in</source>
        <translation>Le proxy demande une identification</translation>
    </message>
    <message>
        <source>Proxy sign-in needed</source>
        <translation>Identification au proxy</translation>
    </message>
    <message>
        <source>The proxy asked at {time} for a user name and password before it would fetch {file}.</source>
        <translation>Le proxy a demandé à {time} un nom d’utilisateur et un mot de passe avant de récupérer {file}.</translation>
    </message>
    <message>
        <source>Give the proxy&apos;s user name and password, then resume.</source>
        <translation>Donnez le nom d’utilisateur et le mot de passe du proxy, puis reprenez.</translation>
    </message>
    <message>
        <source>The server was asked too often</source>
        <translation>Le serveur a été trop sollicité</translation>
    </message>
    <message>
        <source>Too many requests</source>
        <translation>Trop de demandes</translation>
    </message>
    <message>
        <source>{server} said at {time} that it is asked too often.</source>
        <translation>{server} a répondu à {time} être trop sollicité.</translation>
    </message>
    <message>
        <source>Wait before trying again; fetching fewer files at a time helps if this keeps happening.</source>
        <translation>Attendez avant de réessayer&#xa0;; récupérer moins de fichiers à la fois aide si cela se répète.</translation>
    </message>
    <message>
        <source>The server is busy or failing</source>
        <translation>Le serveur est surchargé ou en panne</translation>
    </message>
    <message>
        <source>Server busy</source>
        <translation>Serveur surchargé</translation>
    </message>
    <message>
        <source>{server} could not serve {file} at {time}.</source>
        <translation>{server} n’a pas pu servir {file} à {time}.</translation>
    </message>
    <message>
        <source>Wait until the server has recovered; you can try again at once.</source>
        <translation>Attendez que le serveur se rétablisse&#xa0;; vous pouvez réessayer tout de suite.</translation>
    </message>
    <message>
        <source>The server rejects the request</source>
        <translation>Le serveur rejette la demande</translation>
    </message>
    <message>
        <source>Request rejected</source>
        <translation>Demande rejetée</translation>
    </message>
    <message>
        <source>{server} rejected the request for {file} at {time}.</source>
        <translation>{server} a rejeté à {time} la demande pour {file}.</translation>
    </message>
    <message>
        <source>Check the address for mistakes, change it, then resume.</source>
        <translation>Cherchez les fautes dans l’adresse, changez-la, puis reprenez.</translation>
    </message>
    <message>
        <source>The server&apos;s name was not found</source>
        <translation>Le nom du serveur est introuvable</translation>
    </message>
    <message>
        <source>Unknown server name</source>
        <translation>Nom de serveur inconnu</translation>
    </message>
    <message>
        <source>No computer called {host} could be found at {time}.</source>
        <translation>Aucun ordinateur nommé {host} n’a pu être trouvé à {time}.</translation>
    </message>
    <message>
        <source>Check the spelling of the address and the network connection; you can try again at once.</source>
        <translation>Vérifiez l’orthographe de l’adresse et la connexion au réseau&#xa0;; vous pouvez réessayer tout de suite.</translation>
    </message>
    <message>
        <source>Cannot connect to the server</source>
        <translation>Connexion au serveur impossible</translation>
    </message>
    <message>
        <source>Cannot connect</source>
        <translation>Connexion impossible</translation>
    </message>
    <message>
        <source>{server} did not accept a connection at {time}.</source>
        <translation>{server} n’a pas accepté de connexion à {time}.</translation>
    </message>
    <message>
        <source>Check that the server runs and that no firewall is in the way; you can try again at once.</source>
        <translation>Vérifiez que le serveur fonctionne et qu’aucun pare-feu ne s’interpose&#xa0;; vous pouvez réessayer tout de suite.</translation>
    </message>
    <message>
        <source>The server did not answer in time</source>
        <translation>Le serveur n’a pas répondu à temps</translation>
    </message>
    <message>
        <source>Timed out</source>
        <translation>Délai dépassé</translation>
    </message>
    <message>
        <source>{server} was silent for too long while {file} was wanted, until {time}.</source>
        <translation>{server} est resté muet trop longtemps pour {file}, jusqu’à {time}.</translation>
    </message>
    <message>
        <source>Wait until the server or the network has recovered; you can try again at once.</source>
        <translation>Attendez que le serveur ou le réseau se rétablisse&#xa0;; vous pouvez réessayer tout de suite.</translation>
    </message>
    <message>
        <source>The connection was lost</source>
        <translation>La connexion a été perdue</translation>
    </message>
    <message>
        <source>Connection lost</source>
        <translation>Connexion perdue</translation>
    </message>
    <message>
        <source>The connection to {inServer} broke at {time} while {file} was being fetched.</source>
        <translation>La connexion avec {inServer} s’est rompue à {time} pendant le transfert&#xa0;: {file}.</translation>
    </message>
    <message>
        <source>Resume goes on where it stopped, if the server allows that.</source>
        <translation>Reprendre continue là où il s’est arrêté, si le serveur le permet.</translation>
    </message>
    <message>
        <source>The file ended too early</source>
        <translation>Le fichier s’est terminé trop tôt</translation>
    </message>
    <message>
        <source>Ended too early</source>
        <translation>Terminé trop tôt</translation>
    </message>
    <message>
        <source>{server} closed the connection at {time} before all of {file} had arrived.</source>
        <translation>{server} a fermé la connexion à {time} avant que tout soit arrivé&#xa0;: {file}.</translation>
    </message>
    <message>
        <source>Resume fetches the rest, if the server allows that.</source>
        <translation>Reprendre récupère le reste, si le serveur le permet.</translation>
    </message>
    <message>
        <source>The server&apos;s certificate is not trusted</source>
        <translation>Le certificat du serveur n’est pas fiable</translation>
    </message>
    <message>
        <source>Certificate problem</source>
        <translation>Problème de certificat</translation>
    </message>
    <message>
        <source>The certificate of {inServer} could not be trusted at {time}.</source>
        <translation>Le certificat présenté par {inServer} n’était pas fiable à {time}.</translation>
    </message>
    <message>
        <source>Check the date and time of this computer, then ask whoever runs the server; resume when it is mended.</source>
        <translation>Vérifiez la date et l’heure de cet ordinateur, puis demandez à qui gère le serveur&#xa0;; reprenez quand c’est réparé.</translation>
    </message>
    <message>
        <source>No secure connection was possible</source>
        <translation>Aucune connexion sûre n’a été possible</translation>
    </message>
    <message>
        <source>Secure connection failed</source>
        <translation>Connexion sûre en échec</translation>
    </message>
    <message>
        <source>{server} and this computer could not agree on a secure connection at {time}.</source>
        <translation>{server} et cet ordinateur n’ont pas pu convenir d’une connexion sûre à {time}.</translation>
    </message>
    <message>
        <source>The server may be too old, or a proxy may interfere: change the address to another server, then resume.</source>
        <translation>Le serveur est peut-être trop ancien, ou un proxy s’interpose&#xa0;: mettez l’adresse d’un autre serveur, puis reprenez.</translation>
    </message>
    <message>
        <source>The server cannot go on in the middle of a file</source>
        <translation>Le serveur ne sait pas reprendre un fichier au milieu</translation>
    </message>
    <message>
        <source>Cannot continue</source>
        <translation>Suite impossible</translation>
    </message>
    <message>
        <source>{server} could not continue {file} where it had stopped, at {time}.</source>
        <translation>{server} n’a pas pu continuer {file} là où il s’était arrêté, à {time}.</translation>
    </message>
    <message>
        <source>Resume fetches this file again from its beginning.</source>
        <translation>Reprendre récupère ce fichier de nouveau depuis son début.</translation>
    </message>
    <message>
        <source>The server does not tell how long the file is</source>
        <translation>Le serveur ne dit pas la longueur du fichier</translation>
    </message>
    <message>
        <source>No length told</source>
        <translation>Longueur non indiquée</translation>
    </message>
    <message>
        <source>{server} did not tell at {time} how long {file} is.</source>
        <translation>{server} n’a pas dit à {time} quelle est la longueur&#xa0;: {file}.</translation>
    </message>
    <message>
        <source>Change the address to a server that tells it, then resume.</source>
        <translation>Mettez l’adresse d’un serveur qui la dit, puis reprenez.</translation>
    </message>
    <message>
        <source>The file changed on the server</source>
        <translation>Le fichier a changé sur le serveur</translation>
    </message>
    <message>
        <source>File changed</source>
        <translation>Fichier changé</translation>
    </message>
    <message>
        <source>{server} had another version of {file} at {time} than the one that was begun.</source>
        <translation>{server} avait à {time} une autre version que celle commencée&#xa0;: {file}.</translation>
    </message>
    <message>
        <source>Resume fetches the new version from its beginning.</source>
        <translation>Reprendre récupère la nouvelle version depuis son début.</translation>
    </message>
    <message>
        <source>The server&apos;s answer cannot be used</source>
        <translation>La réponse du serveur est inutilisable</translation>
    </message>
    <message>
        <source>Unusable answer</source>
        <translation>Réponse inutilisable</translation>
    </message>
    <message>
        <source>{server} answered the request for {file} at {time} with something that is not a file.</source>
        <translation>{server} a répondu à {time}, au lieu de {file}, par quelque chose qui n’est pas un fichier.</translation>
    </message>
    <message>
        <source>Try the address in a browser; if it leads elsewhere, change it, then resume.</source>
        <translation>Essayez l’adresse dans un navigateur&#xa0;; si elle mène ailleurs, changez-la, puis reprenez.</translation>
    </message>
    <message>
        <source>A web page came instead of the file</source>
        <translation>Une page Web est venue à la place du fichier</translation>
    </message>
    <message>
        <source>Web page instead</source>
        <translation>Page Web à la place</translation>
    </message>
    <message>
        <source>{server} sent a web page instead of {file} at {time}, perhaps to sign in.</source>
        <translation>{server} a envoyé à {time} une page Web à la place, peut-être pour s’identifier&#xa0;: {file}.</translation>
    </message>
    <message>
        <source>The server redirects without end</source>
        <translation>Le serveur redirige sans fin</translation>
    </message>
    <message>
        <source>Redirect loop</source>
        <translation>Boucle de redirections</translation>
    </message>
    <message>
        <source>{server} sent the request for {file} from place to place, too often, until {time}.</source>
        <translation>{server} a renvoyé la demande pour {file} de lieu en lieu, trop souvent, jusqu’à {time}.</translation>
    </message>
    <message>
        <source>Change the address to the place where the file really is, then resume.</source>
        <translation>Mettez l’adresse du lieu où le fichier est vraiment, puis reprenez.</translation>
    </message>
    <message>
        <source>A redirect was not followed</source>
        <translation>Une redirection n’a pas été suivie</translation>
    </message>
    <message>
        <source>Redirect not followed</source>
        <translation>Redirection non suivie</translation>
    </message>
    <message>
        <source>{server} sent the request for {file} at {time} to a place that is not safe to follow.</source>
        <translation>{server} a renvoyé à {time} la demande pour {file} vers un lieu qu’il n’est pas sûr de suivre.</translation>
    </message>
    <message>
        <source>Find out where the file really is; if you trust the place, change the address to it, then resume.</source>
        <translation>Cherchez où le fichier est vraiment&#xa0;; si vous faites confiance au lieu, mettez son adresse, puis reprenez.</translation>
    </message>
    <message>
        <source>The disk is full</source>
        <translation>Le disque est plein</translation>
    </message>
    <message>
        <source>Disk full</source>
        <translation>Disque plein</translation>
    </message>
    <message>
        <source>There was no space left for {path} at {time}.</source>
        <translation>Il ne restait plus de place pour {path} à {time}.</translation>
    </message>
    <message>
        <source>Free some space on that disk, then resume; what is here is kept.</source>
        <translation>Libérez de la place sur ce disque, puis reprenez&#xa0;; ce qui est ici est gardé.</translation>
    </message>
    <message>
        <source>The file cannot be written</source>
        <translation>Le fichier ne peut pas être écrit</translation>
    </message>
    <message>
        <source>Cannot write</source>
        <translation>Écriture impossible</translation>
    </message>
    <message>
        <source>Writing {path} was not permitted at {time}.</source>
        <translation>L’écriture de {path} n’était pas permise à {time}.</translation>
    </message>
    <message>
        <source>Give yourself the right to write in that folder, then resume.</source>
        <translation>Donnez-vous le droit d’écrire dans ce dossier, puis reprenez.</translation>
    </message>
    <message>
        <source>The folder is missing</source>
        <translation>Le dossier manque</translation>
    </message>
    <message>
        <source>Folder missing</source>
        <translation>Dossier manquant</translation>
    </message>
    <message>
        <source>The folder for {path} did not exist at {time}.</source>
        <translation>Le dossier pour {path} n’existait pas à {time}.</translation>
    </message>
    <message>
        <source>Create the folder again or connect its disk, then resume.</source>
        <translation>Recréez le dossier ou rebranchez son disque, puis reprenez.</translation>
    </message>
    <message>
        <source>A file of that name exists already</source>
        <translation>Un fichier de ce nom existe déjà</translation>
    </message>
    <message>
        <source>File exists</source>
        <translation>Fichier existant</translation>
    </message>
    <message>
        <source>There was already a file at {path} at {time}; it was left as it is.</source>
        <translation>Il y avait déjà un fichier en {path} à {time}&#xa0;; il a été laissé tel quel.</translation>
    </message>
    <message>
        <source>Move or rename the file that is there, then resume.</source>
        <translation>Déplacez ou renommez le fichier qui est là, puis reprenez.</translation>
    </message>
    <message>
        <source>The file name is not possible here</source>
        <translation>Ce nom de fichier est impossible ici</translation>
    </message>
    <message>
        <source>Name not possible</source>
        <translation>Nom impossible</translation>
    </message>
    <message>
        <source>The disk refused the name {path} at {time}.</source>
        <translation>Le disque a refusé le nom {path} à {time}.</translation>
    </message>
    <message>
        <source>Add the job again with a shorter or simpler file name.</source>
        <translation>Ajoutez la tâche de nouveau avec un nom de fichier plus court ou plus simple.</translation>
    </message>
    <message>
        <source>The disk is gone or locked</source>
        <translation>Le disque est absent ou verrouillé</translation>
    </message>
    <message>
        <source>Disk unavailable</source>
        <translation>Disque indisponible</translation>
    </message>
    <message>
        <source>The disk of {path} could not be used at {time}.</source>
        <translation>Le disque où se trouve {path} ne pouvait pas être utilisé à {time}.</translation>
    </message>
    <message>
        <source>Connect or unlock the disk, then resume.</source>
        <translation>Branchez ou déverrouillez le disque, puis reprenez.</translation>
    </message>
    <message>
        <source>The checksum does not match</source>
        <translation>La somme de contrôle ne correspond pas</translation>
    </message>
    <message>
        <source>Checksum mismatch</source>
        <translation>Somme de contrôle fausse</translation>
    </message>
    <message>
        <source>All of {file} had arrived by {time}, but it is not the file its checksum was made of.</source>
        <translation>Tout était arrivé à {time}, mais ce n’est pas le fichier dont la somme de contrôle a été faite&#xa0;: {file}.</translation>
    </message>
    <message>
        <source>Resume fetches the file again; if this happens again, the file on the server or the checksum is wrong.</source>
        <translation>Reprendre récupère le fichier de nouveau&#xa0;; si cela se répète, le fichier sur le serveur ou la somme de contrôle est faux.</translation>
    </message>
    <message>
        <source>Held back by a rule of this system</source>
        <translation>Retenue par une règle de ce système</translation>
    </message>
    <message>
        <source>Held back</source>
        <translation>Retenue</translation>
    </message>
    <message>
        <source>This system did not allow the transfer at {time}.</source>
        <translation>Ce système n’a pas permis le transfert à {time}.</translation>
    </message>
    <message>
        <source>Wait until the rule allows it, for example with power or a free network; it is not an error of yours.</source>
        <translation>Attendez que la règle le permette, par exemple sur secteur ou avec un réseau gratuit&#xa0;; ce n’est pas une erreur de votre part.</translation>
    </message>
    <message>
        <source>There is no network</source>
        <translation>Il n’y a pas de réseau</translation>
    </message>
    <message>
        <source>No network</source>
        <translation>Pas de réseau</translation>
    </message>
    <message>
        <source>This computer had no network connection at {time}.</source>
        <translation>Cet ordinateur n’avait pas de connexion au réseau à {time}.</translation>
    </message>
    <message>
        <source>Connect to the network; what is here is kept.</source>
        <translation>Connectez-vous au réseau&#xa0;; ce qui est ici est gardé.</translation>
    </message>
    <message>
        <source>No progress for too long</source>
        <translation>Trop longtemps sans progression</translation>
    </message>
    <message>
        <source>Gave up</source>
        <translation>Abandonnée</translation>
    </message>
    <message>
        <source>No byte of {file} had come for so long that the trying ended at {time}.</source>
        <translation>Aucun octet n’était venu depuis si longtemps que les essais ont pris fin à {time}&#xa0;: {file}.</translation>
    </message>
    <message>
        <source>Resume tries again, with a new deadline.</source>
        <translation>Reprendre essaie de nouveau, avec un nouveau délai.</translation>
    </message>
    <message>
        <source>A limit is reached</source>
        <translation>Une limite est atteinte</translation>
    </message>
    <message>
        <source>Limit reached</source>
        <translation>Limite atteinte</translation>
    </message>
    <message>
        <source>A limit on jobs, files or sizes was reached at {time}.</source>
        <translation>Une limite de tâches, de fichiers ou de tailles a été atteinte à {time}.</translation>
    </message>
    <message>
        <source>Complete or cancel what is no longer needed, then resume.</source>
        <translation>Terminez ou annulez ce qui ne sert plus, puis reprenez.</translation>
    </message>
    <message>
        <source>The proxy does not work</source>
        <translation>Le proxy ne fonctionne pas</translation>
    </message>
    <message>
        <source>Proxy failure</source>
        <translation>Échec du proxy</translation>
    </message>
    <message>
        <source>Check the proxy settings of this computer, or give the job another proxy, then resume.</source>
        <translation>Vérifiez les paramètres de proxy de cet ordinateur, ou donnez un autre proxy à la tâche, puis reprenez.</translation>
    </message>
    <message>
        <source>The address cannot be used</source>
        <translation>L’adresse est inutilisable</translation>
    </message>
    <message>
        <source>Bad address</source>
        <translation>Adresse incorrecte</translation>
    </message>
    <message>
        <source>The address of {file} was not understood at {time}.</source>
        <translation>L’adresse pour {file} n’a pas été comprise à {time}.</translation>
    </message>
    <message>
        <source>Change the address, then resume.</source>
        <translation>Changez l’adresse, puis reprenez.</translation>
    </message>
    <message>
        <source>The transfer engine does not answer</source>
        <translation>Le moteur de transfert ne répond pas</translation>
    </message>
    <message>
        <source>Engine unreachable</source>
        <translation>Moteur injoignable</translation>
    </message>
    <message>
        <source>The transfer engine did not answer at {time}.</source>
        <translation>Le moteur de transfert n’a pas répondu à {time}.</translation>
    </message>
    <message>
        <source>Start Haulwatch again; all jobs are kept.</source>
        <translation>Relancez Haulwatch&#xa0;; toutes les tâches sont gardées.</translation>
    </message>
    <message>
        <source>An unexpected error</source>
        <translation>Une erreur inattendue</translation>
    </message>
    <message>
        <source>Unexpected error</source>
        <translation>Erreur inattendue</translation>
    </message>
    <message>
        <source>The transfer stopped at {time} with an error that has no better name than {code}.</source>
        <translation>Le transfert s’est arrêté à {time} sur une erreur qui n’a pas de meilleur nom que {code}.</translation>
    </message>
    <message>
        <source>Resume tries again; if this happens again, copy the diagnostics and report it.</source>
        <translation>Reprendre essaie de nouveau&#xa0;; si cela se répète, copiez le diagnostic et signalez-le.</translation>
    </message>
    <message>
        <source>The job&apos;s credentials are locked away</source>
        <translation>Les identifiants de la tâche sont sous clé</translation>
    </message>
    <message>
        <source>Credentials locked</source>
        <translation>Identifiants sous clé</translation>
    </message>
    <message>
        <source>This job signs in with credentials that the keyring did not give out at {time}, so nothing was sent.</source>
        <translation>Cette tâche s’identifie avec ce que le trousseau n’a pas livré à {time}&#xa0;; rien n’a donc été envoyé.</translation>
    </message>
    <message>
        <source>Unlock the keyring and start Haulwatch again; the credentials are kept. Or give them anew (haulwatch set --credentials).</source>
        <translation>Déverrouillez le trousseau et relancez Haulwatch&#xa0;; les identifiants sont gardés. Ou donnez-les de nouveau (haulwatch set --credentials).</translation>
    </message>
    <message>
        <source>the finished file</source>
        <translation>le fichier achevé</translation>
    </message>
    <message numerus="yes">
        <source>the %Ln finished files</source>
        <translation>
            <numerusform>le fichier achevé</numerusform>
            <numerusform>les %Ln fichiers achevés</numerusform>
        </translation>
    </message>
    <message>
        <source>1 partial</source>
        <translation>1 partiel</translation>
    </message>
    <message numerus="yes">
        <source>%Ln partial</source>
        <comment>files</comment>
        <translation>
            <numerusform>%Ln partiel</numerusform>
            <numerusform>%Ln partiels</numerusform>
        </translation>
    </message>
    <message>
        <source>Try {file} again; keeps the {kept} already here</source>
        <translation>Réessayer {file}&#xa0;; garde les {kept} déjà ici</translation>
    </message>
    <message>
        <source>Continue with {leftFiles}, {left} left; keeps the {kept} already here</source>
        <translation>Continuer avec {leftFiles}, reste {left}&#xa0;; garde les {kept} déjà ici</translation>
    </message>
    <message>
        <source>Continue with {leftFiles}; keeps the {kept} already here</source>
        <translation>Continuer avec {leftFiles}&#xa0;; garde les {kept} déjà ici</translation>
    </message>
    <message>
        <source>Try {file} again</source>
        <translation>Réessayer {file}</translation>
    </message>
    <message>
        <source>Fetch {leftFiles}, {left}</source>
        <translation>Récupérer {leftFiles}, {left}</translation>
    </message>
    <message>
        <source>Fetch {leftFiles}</source>
        <translation>Récupérer {leftFiles}</translation>
    </message>
    <message>
        <source>Stop now, keep the {kept} already here; stays so until you resume</source>
        <translation>Arrêter maintenant, garder les {kept} déjà ici&#xa0;; reste ainsi jusqu’à ce que vous repreniez</translation>
    </message>
    <message>
        <source>Stop now; stays so until you resume</source>
        <translation>Arrêter maintenant&#xa0;; reste ainsi jusqu’à ce que vous repreniez</translation>
    </message>
    <message>
        <source>Hand over {keptFiles} ({kept}) to {folder} and close the job</source>
        <translation>Remettre {keptFiles} ({kept}) dans {folder} et clore la tâche</translation>
    </message>
    <message>
        <source>Close the job; nothing of it is here yet</source>
        <translation>Clore la tâche&#xa0;; rien n’en est encore ici</translation>
    </message>
    <message>
        <source>&lt;b&gt;Delete {partial}&lt;/b&gt; ({deleted}) and close the job; no file is finished</source>
        <translation>&lt;b&gt;Supprimer {partial}&lt;/b&gt; ({deleted}) et clore la tâche&#xa0;; aucun fichier n’est achevé</translation>
    </message>
    <message>
        <source>Keep {finished}, close the job</source>
        <translation>Garder {finished}, clore la tâche</translation>
    </message>
    <message>
        <source>Keep {finished}, &lt;b&gt;delete {partial}&lt;/b&gt; ({deleted}), close the job</source>
        <translation>Garder {finished}, &lt;b&gt;supprimer {partial}&lt;/b&gt; ({deleted}), clore la tâche</translation>
    </message>
    <message>
        <source>Close the job; {keptFiles} handed over already will stay</source>
        <translation>Clore la tâche&#xa0;; {keptFiles} déjà remis resteront</translation>
    </message>
    <message>
        <source>&lt;b&gt;Delete {deletedFiles}&lt;/b&gt; ({deleted}) and close the job; {keptFiles} handed over already will stay</source>
        <translation>&lt;b&gt;Supprimer {deletedFiles}&lt;/b&gt; ({deleted}) et clore la tâche&#xa0;; {keptFiles} déjà remis resteront</translation>
    </message>
    <message>
        <source>&lt;b&gt;Delete all of it&lt;/b&gt;: {deleted} here, and close the job</source>
        <translation>&lt;b&gt;Tout supprimer&lt;/b&gt;&#xa0;: {deleted} ici, et clore la tâche</translation>
    </message>
    <message>
        <source>&lt;b&gt;Delete all of it&lt;/b&gt;: {deleted} here, {finishedDeleted} of it finished, and close the job</source>
        <translation>&lt;b&gt;Tout supprimer&lt;/b&gt;&#xa0;: {deleted} ici, dont {finishedDeleted} au complet, et clore la tâche</translation>
    </message>
    <message>
        <source>Go on with {jobs}; keeps the {here} already here</source>
        <translation>Continuer {jobs}&#xa0;; garde les {here} déjà ici</translation>
    </message>
    <message>
        <source>Go on with {jobs}</source>
        <translation>Continuer {jobs}</translation>
    </message>
    <message>
        <source>Stop {jobs} now, keep the {here} already here; stays so until you resume</source>
        <translation>Arrêter {jobs} maintenant, garder les {here} déjà ici&#xa0;; reste ainsi jusqu’à ce que vous repreniez</translation>
    </message>
    <message>
        <source>Stop {jobs} now; stays so until you resume</source>
        <translation>Arrêter {jobs} maintenant&#xa0;; reste ainsi jusqu’à ce que vous repreniez</translation>
    </message>
    <message>
        <source>Hand over {finished} ({here}) of {jobs}, and close the jobs</source>
        <translation>Remettre {finished} ({here}) de {jobs}, et clore les tâches</translation>
    </message>
    <message>
        <source>Keep {finished} of {jobs}, &lt;b&gt;delete what is here of {unfinished}&lt;/b&gt;, close the jobs</source>
        <translation>Garder {finished} de {jobs}, &lt;b&gt;supprimer ce qui est ici de {unfinished}&lt;/b&gt;, clore les tâches</translation>
    </message>
    <message>
        <source>&lt;b&gt;Delete all of {jobs}&lt;/b&gt;: {here} here, and close the jobs</source>
        <translation>&lt;b&gt;Tout supprimer de {jobs}&lt;/b&gt;&#xa0;: {here} ici, et clore les tâches</translation>
    </message>
    <message>
        <source>&lt;b&gt;Delete all of {jobs}&lt;/b&gt;: {here} here, {finished} among it, and close the jobs</source>
        <translation>&lt;b&gt;Tout supprimer de {jobs}&lt;/b&gt;&#xa0;: {here} ici, dont {finished}, et clore les tâches</translation>
    </message>
    <message>
        <source>Fetch it from another address; keeps what still fits</source>
        <translation>Le récupérer à une autre adresse&#xa0;; garde ce qui convient encore</translation>
    </message>
    <message>
        <source>Give {host} a user name and a password, then resume; keeps what is here</source>
        <translation>Donner à {host} un nom d’utilisateur et un mot de passe, puis reprendre&#xa0;; garde ce qui est ici</translation>
    </message>
    <message>
        <source>Fetch through another proxy, or give it a sign-in, then resume; keeps what is here</source>
        <translation>Récupérer par un autre proxy, ou lui donner une identification, puis reprendre&#xa0;; garde ce qui est ici</translation>
    </message>
    <message>
        <source>Look at the certificate of {host}; trust it if it is the right one, then resume</source>
        <translation>Regarder le certificat de {host}&#xa0;; lui faire confiance si c’est le bon, puis reprendre</translation>
    </message>
    <message>
        <source>Put the files into another folder, then resume; what has arrived moves along</source>
        <translation>Mettre les fichiers dans un autre dossier, puis reprendre&#xa0;; ce qui est arrivé suit</translation>
    </message>
    <message>
        <source>See what {folder} has free and what is still to come, then resume; keeps what is here</source>
        <translation>Voir la place libre dans {folder} et ce qui doit encore venir, puis reprendre&#xa0;; garde ce qui est ici</translation>
    </message>
    <message>
        <source>&lt;b&gt;Give up the {deleted}&lt;/b&gt; here of {file} and fetch it again</source>
        <translation>&lt;b&gt;Abandonner les {deleted}&lt;/b&gt; déjà ici et récupérer de nouveau {file}</translation>
    </message>
    <message>
        <source>&lt;b&gt;Give up the {deleted}&lt;/b&gt; here and fetch all of it again</source>
        <translation>&lt;b&gt;Abandonner les {deleted}&lt;/b&gt; déjà ici et tout récupérer de nouveau</translation>
    </message>
    <message>
        <source>How often it is tried again, and when it gives up</source>
        <translation>Combien de fois réessayer, et quand abandonner</translation>
    </message>
    <message>
        <source>Look at the address in your browser; changes nothing here</source>
        <translation>Regarder l’adresse dans votre navigateur&#xa0;; ne change rien ici</translation>
    </message>
    <message>
        <source>1 finished file</source>
        <translation>1 fichier achevé</translation>
    </message>
    <message>
        <source>%1 finished files</source>
        <translation>%1 fichiers achevés</translation>
    </message>
    <message>
        <source>1 unfinished file</source>
        <translation>1 fichier inachevé</translation>
    </message>
    <message>
        <source>%1 unfinished files</source>
        <translation>%1 fichiers inachevés</translation>
    </message>
    <message>
        <source>the server</source>
        <translation>le serveur</translation>
    </message>
    <message>
        <source>the job is finished</source>
        <translation>la tâche est terminée</translation>
    </message>
    <message>
        <source>the job was cancelled</source>
        <translation>la tâche a été annulée</translation>
    </message>
    <message>
        <source>everything has arrived; complete the job</source>
        <translation>tout est arrivé&#xa0;; terminez la tâche</translation>
    </message>
    <message>
        <source>the job has no files</source>
        <translation>la tâche n’a pas de fichiers</translation>
    </message>
    <message>
        <source>not possible while the job is “%1”</source>
        <translation>impossible tant que la tâche est dans l’état «&#xa0;%1&#xa0;»</translation>
    </message>
    <message>
        <source>the job waits for its turn already</source>
        <translation>la tâche attend déjà son tour</translation>
    </message>
    <message>
        <source>the job is on its way already</source>
        <translation>la tâche est déjà en route</translation>
    </message>
    <message>
        <source>the job stands still already</source>
        <translation>la tâche est déjà arrêtée</translation>
    </message>
    <message>
        <source>everything has arrived; the job waits for Complete</source>
        <translation>tout est arrivé&#xa0;; la tâche attend «&#xa0;Terminer&#xa0;»</translation>
    </message>
    <message>
        <source>1 job</source>
        <translation>1 tâche</translation>
    </message>
    <message>
        <source>%1 jobs</source>
        <translation>%1 tâches</translation>
    </message>
    <message>
        <source>1 file was not started</source>
        <translation>1 fichier n’a pas été commencé</translation>
    </message>
    <message numerus="yes">
        <source>%Ln files were not started</source>
        <translation>
            <numerusform>%Ln fichier n’a pas été commencé</numerusform>
            <numerusform>%Ln fichiers n’ont pas été commencés</numerusform>
        </translation>
    </message>
    <message>
        <source>All {all} files are here ({bytes}).</source>
        <translation>Les {all} fichiers sont tous ici ({bytes}).</translation>
    </message>
    <message>
        <source>Nothing of it is here yet.</source>
        <translation>Rien n’en est encore ici.</translation>
    </message>
    <message>
        <source>All of it is here ({bytes}).</source>
        <translation>Tout est ici ({bytes}).</translation>
    </message>
    <message>
        <source>{bytes} of it are here.</source>
        <translation>{bytes} en sont ici.</translation>
    </message>
    <message>
        <source>None of {all} files is finished; {bytes} are here.</source>
        <translation>Aucun des {all} fichiers n’est achevé&#xa0;; {bytes} sont ici.</translation>
    </message>
    <message>
        <source>{finished} of {all} files are here ({bytes}).</source>
        <translation>{finished} des {all} fichiers sont ici ({bytes}).</translation>
    </message>
    <message>
        <source>%1: %2.</source>
        <comment>verb: why it is not possible</comment>
        <translation>%1&#xa0;: %2.</translation>
    </message>
    <message>
        <source>Error not reported</source>
        <translation>Erreur non signalée</translation>
    </message>
    <message>
        <source>%1 on file %2</source>
        <comment>404 on file 3</comment>
        <translation>%1 au fichier %2</translation>
    </message>
    <message>
        <source>%1, %2 of it here</source>
        <comment>404 on file 3, 212 MB of it here</comment>
        <translation>%1, dont %2 ici</translation>
    </message>
    <message>
        <source>file %1</source>
        <translation>fichier %1</translation>
    </message>
    <message>
        <source>the file</source>
        <translation>le fichier</translation>
    </message>
    <message>
        <source>%1 begins again from zero</source>
        <translation>%1 recommence à zéro</translation>
    </message>
    <message>
        <source>%1 begins again from zero, %2 given up</source>
        <translation>%1 recommence à zéro, %2 abandonnés</translation>
    </message>
    <message>
        <source>%1 arrived, %2</source>
        <comment>file, size</comment>
        <translation>%1 arrivé, %2</translation>
    </message>
    <message>
        <source>%1 arrived, %2, from %3</source>
        <comment>file, size, address</comment>
        <translation>%1 arrivé, %2, de %3</translation>
    </message>
    <message>
        <source>%1 arrived, %2, from %3 over %4</source>
        <comment>file, size, address, TLS</comment>
        <translation>%1 arrivé, %2, de %3 sur %4</translation>
    </message>
    <message>
        <source>Started as: %1 → now: %2</source>
        <comment>two causes</comment>
        <translation>Au début&#xa0;: %1 → maintenant&#xa0;: %2</translation>
    </message>
    <message>
        <source>not tried again</source>
        <translation>pas de nouvel essai</translation>
    </message>
    <message>
        <source>every %1</source>
        <translation>toutes les %1</translation>
    </message>
    <message>
        <source>%1, doubling to %2</source>
        <comment>5 s, doubling to 10 min</comment>
        <translation>%1, doublant jusqu’à %2</translation>
    </message>
    <message>
        <source>%1; gives up after %2 without progress</source>
        <translation>%1&#xa0;; abandonne après %2 sans progression</translation>
    </message>
    <message numerus="yes">
        <source>%1; gives up after %Ln attempts in a row or %2 without progress</source>
        <translation>
            <numerusform>%1&#xa0;; abandonne après une tentative ou %2 sans progression</numerusform>
            <numerusform>%1&#xa0;; abandonne après %Ln tentatives de suite ou %2 sans progression</numerusform>
        </translation>
    </message>
    <message>
        <source>added with %1</source>
        <translation>ajoutée avec %1</translation>
    </message>
    <message>
        <source>resumed by you</source>
        <translation>reprise par vous</translation>
    </message>
    <message>
        <source>suspended by you</source>
        <translation>suspendue par vous</translation>
    </message>
    <message>
        <source>completed, %1 kept</source>
        <translation>terminée, %1 gardés</translation>
    </message>
    <message>
        <source>cancelled by you</source>
        <translation>annulée par vous</translation>
    </message>
    <message>
        <source>address of %1 changed</source>
        <translation>adresse changée&#xa0;: %1</translation>
    </message>
    <message>
        <source>settings changed</source>
        <translation>paramètres changés</translation>
    </message>
    <message>
        <source>%1 could not be given its name: %2</source>
        <translation>%1 n’a pas pu recevoir son nom&#xa0;: %2</translation>
    </message>
    <message>
        <source>the partial data of %1 could not be deleted: %2</source>
        <translation>les données partielles n’ont pas pu être supprimées (%1)&#xa0;: %2</translation>
    </message>
    <message>
        <source>cancelled, for nobody had touched it for too long</source>
        <translation>annulée, car personne n’y avait touché depuis trop longtemps</translation>
    </message>
    <message>
        <source>its notify command failed with %1</source>
        <comment>an exit status</comment>
        <translation>sa commande de notification a échoué avec %1</translation>
    </message>
    <message>
        <source>The server</source>
        <translation>Le serveur</translation>
    </message>
    <message>
        <source>{server} answered {status} for {file} at {time}.</source>
        <translation>{server} a répondu {status} pour {file} à {time}.</translation>
    </message>
    <message>
        <source>as in the address</source>
        <translation>comme dans l’adresse</translation>
    </message>
    <message>
        <source>waits for the network</source>
        <translation>attend le réseau</translation>
    </message>
    <message>
        <source>waits until this system allows it</source>
        <translation>attend que ce système le permette</translation>
    </message>
    <message>
        <source>waits for the disk</source>
        <translation>attend le disque</translation>
    </message>
    <message>
        <source>waits for its credentials</source>
        <translation>attend ses identifiants</translation>
    </message>
    <message>
        <source>will retry by itself</source>
        <translation>sera réessayée d’elle-même</translation>
    </message>
    <message>
        <source>retries in %1 (%2 of %3)</source>
        <translation>nouvel essai dans %1 (%2 sur %3)</translation>
    </message>
    <message>
        <source>retries now</source>
        <translation>nouvel essai maintenant</translation>
    </message>
    <message>
        <source>retries in %1</source>
        <translation>nouvel essai dans %1</translation>
    </message>
    <message>
        <source>It had been tried again for too long without progress.</source>
        <translation>Elle avait été réessayée trop longtemps sans progression.</translation>
    </message>
    <message>
        <source>The server asks to wait %1.</source>
        <translation>Le serveur demande d’attendre %1.</translation>
    </message>
    <message>
        <source>Context not reported</source>
        <translation>Contexte non signalé</translation>
    </message>
    <message>
        <source>Place not known</source>
        <translation>Lieu inconnu</translation>
    </message>
    <message>
        <source>Queue</source>
        <translation>File d’attente</translation>
    </message>
    <message>
        <source>Notification</source>
        <translation>Notification</translation>
    </message>
    <message>
        <source>Local file</source>
        <translation>Fichier local</translation>
    </message>
    <message>
        <source>Remote file</source>
        <translation>Fichier distant</translation>
    </message>
    <message>
        <source>Network</source>
        <translation>Réseau</translation>
    </message>
    <message>
        <source>Program on the server</source>
        <translation>Programme sur le serveur</translation>
    </message>
    <message>
        <source>Certificate check</source>
        <translation>Contrôle du certificat</translation>
    </message>
    <message>
        <source>The engine did not report where the error happened.</source>
        <translation>Le moteur n’a pas signalé où l’erreur s’est produite.</translation>
    </message>
    <message>
        <source>It is not known where the error happened.</source>
        <translation>On ne sait pas où l’erreur s’est produite.</translation>
    </message>
    <message>
        <source>The error happened while the queue was managed.</source>
        <translation>L’erreur s’est produite dans la gestion de la file d’attente.</translation>
    </message>
    <message>
        <source>The error happened while another program was told about the job.</source>
        <translation>L’erreur s’est produite en avertissant un autre programme de la tâche.</translation>
    </message>
    <message>
        <source>The error happened while the local file was handled.</source>
        <translation>L’erreur s’est produite en traitant le fichier local.</translation>
    </message>
    <message>
        <source>The error happened while the file on the server was handled.</source>
        <translation>L’erreur s’est produite en traitant le fichier sur le serveur.</translation>
    </message>
    <message>
        <source>The error happened in the network, on the way to the server.</source>
        <translation>L’erreur s’est produite dans le réseau, en chemin vers le serveur.</translation>
    </message>
    <message>
        <source>The error happened in a program behind the server.</source>
        <translation>L’erreur s’est produite dans un programme derrière le serveur.</translation>
    </message>
    <message>
        <source>The error happened while the server&apos;s certificate was checked.</source>
        <translation>L’erreur s’est produite en vérifiant le certificat du serveur.</translation>
    </message>
    <message>
        <source>No protocol was involved</source>
        <translation>Aucun protocole en jeu</translation>
    </message>
    <message>
        <source>%1 over TLS</source>
        <translation>%1 sur TLS</translation>
    </message>
    <message>
        <source>Not reported</source>
        <translation>Non signalé</translation>
    </message>
    <message>
        <source>waits for its turn</source>
        <translation>attend son tour</translation>
    </message>
    <message>
        <source>on its way</source>
        <translation>en route</translation>
    </message>
    <message>
        <source>stands still until you resume it</source>
        <translation>reste arrêtée jusqu’à ce que vous la repreniez</translation>
    </message>
    <message>
        <source>will not retry by itself</source>
        <translation>ne sera pas réessayée d’elle-même</translation>
    </message>
    <message>
        <source>waits for you to complete it</source>
        <translation>attend que vous la terminiez</translation>
    </message>
    <message>
        <source>finished</source>
        <translation>terminée</translation>
    </message>
    <message>
        <source>cancelled</source>
        <translation>annulée</translation>
    </message>
    <message>
        <source>There is no job {subject}. It may have been removed; choose one from the list.</source>
        <translation>Il n’y a pas de tâche {subject}. Elle a pu être retirée&#xa0;; choisissez-en une dans la liste.</translation>
    </message>
    <message>
        <source>There is no such job. It may have been removed; choose one from the list.</source>
        <translation>Cette tâche n’existe pas. Elle a pu être retirée&#xa0;; choisissez-en une dans la liste.</translation>
    </message>
    <message>
        <source>This is not possible while the job is {subject}. Wait for another state or choose another action.</source>
        <translation>C’est impossible tant que la tâche est dans l’état {subject}. Attendez un autre état ou choisissez une autre action.</translation>
    </message>
    <message>
        <source>This is not possible in the job&apos;s present state. Wait for another state or choose another action.</source>
        <translation>C’est impossible dans l’état actuel de la tâche. Attendez un autre état ou choisissez une autre action.</translation>
    </message>
    <message>
        <source>The job {subject} has nothing left to fetch. Complete or cancel it instead.</source>
        <translation>La tâche {subject} n’a plus rien à récupérer. Terminez-la ou annulez-la plutôt.</translation>
    </message>
    <message>
        <source>The job has nothing left to fetch. Complete or cancel it instead.</source>
        <translation>La tâche n’a plus rien à récupérer. Terminez-la ou annulez-la plutôt.</translation>
    </message>
    <message>
        <source>Address {subject} is empty. Type an address that begins with http:// or https://.</source>
        <translation>L’adresse {subject} est vide. Saisissez une adresse qui commence par http:// ou https://.</translation>
    </message>
    <message>
        <source>There is no address. Type one that begins with http:// or https://.</source>
        <translation>Il n’y a pas d’adresse. Saisissez-en une qui commence par http:// ou https://.</translation>
    </message>
    <message>
        <source>“{subject}” addresses cannot be fetched. Use one that begins with http:// or https://.</source>
        <translation>Les adresses «&#xa0;{subject}&#xa0;» ne peuvent pas être récupérées. Utilisez-en une qui commence par http:// ou https://.</translation>
    </message>
    <message>
        <source>An address has no scheme. Begin it with http:// or https://.</source>
        <translation>Une adresse n’a pas de protocole. Commencez-la par http:// ou https://.</translation>
    </message>
    <message>
        <source>“{subject}” is not an address. Check it for spaces and missing parts.</source>
        <translation>«&#xa0;{subject}&#xa0;» n’est pas une adresse. Cherchez-y des espaces et des parties manquantes.</translation>
    </message>
    <message>
        <source>An address is malformed. Check it for spaces and missing parts.</source>
        <translation>Une adresse est mal formée. Cherchez-y des espaces et des parties manquantes.</translation>
    </message>
    <message>
        <source>An address is longer than {subject} characters. Use a shorter one.</source>
        <translation>Une adresse est plus longue que {subject} caractères. Utilisez-en une plus courte.</translation>
    </message>
    <message>
        <source>An address is too long. Use a shorter one.</source>
        <translation>Une adresse est trop longue. Utilisez-en une plus courte.</translation>
    </message>
    <message>
        <source>“{subject}” names no file. Give the file a name.</source>
        <translation>«&#xa0;{subject}&#xa0;» ne nomme aucun fichier. Donnez un nom au fichier.</translation>
    </message>
    <message>
        <source>An address names no file. Give the file a name.</source>
        <translation>Une adresse ne nomme aucun fichier. Donnez un nom au fichier.</translation>
    </message>
    <message>
        <source>“{subject}” cannot be a file name. Choose one without “/”, “..” and control characters.</source>
        <translation>«&#xa0;{subject}&#xa0;» ne peut pas être un nom de fichier. Choisissez-en un sans «&#xa0;/&#xa0;», «&#xa0;..&#xa0;» ni caractères de contrôle.</translation>
    </message>
    <message>
        <source>The file name cannot be used. Choose one without “/”, “..” and control characters.</source>
        <translation>Ce nom de fichier ne peut pas être utilisé. Choisissez-en un sans «&#xa0;/&#xa0;», «&#xa0;..&#xa0;» ni caractères de contrôle.</translation>
    </message>
    <message>
        <source>Two files of this job would be called “{subject}”. Remove one address, or put it into a job of its own.</source>
        <translation>Deux fichiers de cette tâche s’appelleraient «&#xa0;{subject}&#xa0;». Retirez une adresse, ou mettez-la dans une tâche à part.</translation>
    </message>
    <message>
        <source>Two files of this job would have the same name. Remove one address, or put it into a job of its own.</source>
        <translation>Deux fichiers de cette tâche auraient le même nom. Retirez une adresse, ou mettez-la dans une tâche à part.</translation>
    </message>
    <message>
        <source>“{subject}” exists already and is not overwritten. Choose another folder or name.</source>
        <translation>«&#xa0;{subject}&#xa0;» existe déjà et n’est pas écrasé. Choisissez un autre dossier ou un autre nom.</translation>
    </message>
    <message>
        <source>A file of that name exists already and is not overwritten. Choose another folder or name.</source>
        <translation>Un fichier de ce nom existe déjà et n’est pas écrasé. Choisissez un autre dossier ou un autre nom.</translation>
    </message>
    <message>
        <source>Another job already writes “{subject}”. Choose another folder or name, or wait for that job.</source>
        <translation>Une autre tâche écrit déjà «&#xa0;{subject}&#xa0;». Choisissez un autre dossier ou un autre nom, ou attendez cette tâche.</translation>
    </message>
    <message>
        <source>Another job already writes that file. Choose another folder or name, or wait for that job.</source>
        <translation>Une autre tâche écrit déjà ce fichier. Choisissez un autre dossier ou un autre nom, ou attendez cette tâche.</translation>
    </message>
    <message>
        <source>“{subject}” is not a full path. Begin the folder with “/”.</source>
        <translation>«&#xa0;{subject}&#xa0;» n’est pas un chemin complet. Commencez le dossier par «&#xa0;/&#xa0;».</translation>
    </message>
    <message>
        <source>The folder is not a full path. Begin it with “/”.</source>
        <translation>Le dossier n’est pas un chemin complet. Commencez-le par «&#xa0;/&#xa0;».</translation>
    </message>
    <message>
        <source>Nothing can be written to “{subject}”. Choose another folder or give yourself the right to write there.</source>
        <translation>Rien ne peut être écrit dans «&#xa0;{subject}&#xa0;». Choisissez un autre dossier ou donnez-vous le droit d’y écrire.</translation>
    </message>
    <message>
        <source>Nothing can be written to that folder. Choose another one or give yourself the right to write there.</source>
        <translation>Rien ne peut être écrit dans ce dossier. Choisissez-en un autre ou donnez-vous le droit d’y écrire.</translation>
    </message>
    <message>
        <source>“{subject}” is not a checksum. Write it as sha256:HEX, with all its digits.</source>
        <translation>«&#xa0;{subject}&#xa0;» n’est pas une somme de contrôle. Écrivez-la comme sha256:HEX, avec tous ses chiffres.</translation>
    </message>
    <message>
        <source>That is not a checksum. Write it as sha256:HEX, with all its digits.</source>
        <translation>Ce n’est pas une somme de contrôle. Écrivez-la comme sha256:HEX, avec tous ses chiffres.</translation>
    </message>
    <message>
        <source>The header “{subject}” cannot be sent. Write it as “Name: value” on one line.</source>
        <translation>L’en-tête «&#xa0;{subject}&#xa0;» ne peut pas être envoyé. Écrivez-le «&#xa0;Nom: valeur&#xa0;» sur une ligne.</translation>
    </message>
    <message>
        <source>A header cannot be sent. Write it as “Name: value” on one line.</source>
        <translation>Un en-tête ne peut pas être envoyé. Écrivez-le «&#xa0;Nom: valeur&#xa0;» sur une ligne.</translation>
    </message>
    <message>
        <source>“{subject}” is not the address of a proxy. Write it as http://server:port.</source>
        <translation>«&#xa0;{subject}&#xa0;» n’est pas l’adresse d’un proxy. Écrivez-la comme http://serveur:port.</translation>
    </message>
    <message>
        <source>That is not the address of a proxy. Write it as http://server:port.</source>
        <translation>Ce n’est pas l’adresse d’un proxy. Écrivez-la comme http://serveur:port.</translation>
    </message>
    <message>
        <source>The value of “{subject}” is out of its range. Choose another one.</source>
        <translation>La valeur de «&#xa0;{subject}&#xa0;» est hors de la plage permise. Choisissez-en une autre.</translation>
    </message>
    <message>
        <source>A value is out of its range. Choose another one.</source>
        <translation>Une valeur est hors de la plage permise. Choisissez-en une autre.</translation>
    </message>
    <message>
        <source>The job has no file number {subject}. Choose one from its list of files.</source>
        <translation>La tâche n’a pas de fichier numéro {subject}. Choisissez-en un dans sa liste de fichiers.</translation>
    </message>
    <message>
        <source>The job has no such file. Choose one from its list of files.</source>
        <translation>La tâche n’a pas ce fichier. Choisissez-en un dans sa liste de fichiers.</translation>
    </message>
    <message>
        <source>A job can have at most {subject} files. Spread the addresses over several jobs.</source>
        <translation>Une tâche peut avoir au plus {subject} fichiers. Répartissez les adresses sur plusieurs tâches.</translation>
    </message>
    <message>
        <source>These are too many files for one job. Spread the addresses over several jobs.</source>
        <translation>C’est trop de fichiers pour une tâche. Répartissez les adresses sur plusieurs tâches.</translation>
    </message>
    <message>
        <source>“{subject}” could not be given its name ({code}). Remove what is in the way, then complete again; all data is kept.</source>
        <translation>«&#xa0;{subject}&#xa0;» n’a pas pu recevoir son nom ({code}). Enlevez ce qui gêne, puis terminez de nouveau&#xa0;; toutes les données sont gardées.</translation>
    </message>
    <message>
        <source>A file could not be given its name ({code}). Remove what is in the way, then complete again; all data is kept.</source>
        <translation>Un fichier n’a pas pu recevoir son nom ({code}). Enlevez ce qui gêne, puis terminez de nouveau&#xa0;; toutes les données sont gardées.</translation>
    </message>
    <message>
        <source>The job ended, but “{subject}” could not be deleted. Delete it yourself.</source>
        <translation>La tâche est close, mais «&#xa0;{subject}&#xa0;» n’a pas pu être supprimé. Supprimez-le vous-même.</translation>
    </message>
    <message>
        <source>The job ended, but a partial file could not be deleted. Delete it yourself.</source>
        <translation>La tâche est close, mais un fichier partiel n’a pas pu être supprimé. Supprimez-le vous-même.</translation>
    </message>
    <message>
        <source>This could not be saved, so it was not done: {subject}. Mend that, then try again.</source>
        <translation>Cela n’a pas pu être enregistré, et n’a donc pas été fait&#xa0;: {subject}. Réparez cela, puis réessayez.</translation>
    </message>
    <message>
        <source>This could not be saved, so it was not done. Check the space on the disk, then try again.</source>
        <translation>Cela n’a pas pu être enregistré, et n’a donc pas été fait. Vérifiez la place sur le disque, puis réessayez.</translation>
    </message>
    <message>
        <source>The transfer engine does not answer ({subject}). Start it, then try again.</source>
        <translation>Le moteur de transfert ne répond pas ({subject}). Démarrez-le, puis réessayez.</translation>
    </message>
    <message>
        <source>The transfer engine does not answer. Start it, then try again.</source>
        <translation>Le moteur de transfert ne répond pas. Démarrez-le, puis réessayez.</translation>
    </message>
    <message>
        <source>This engine cannot do that ({subject}). Choose another action.</source>
        <translation>Ce moteur ne sait pas faire cela ({subject}). Choisissez une autre action.</translation>
    </message>
    <message>
        <source>This engine cannot do that. Choose another action.</source>
        <translation>Ce moteur ne sait pas faire cela. Choisissez une autre action.</translation>
    </message>
    <message>
        <source>“{subject}” is on another file system, where what has arrived cannot move along. Choose another folder, or fetch the files again from the start.</source>
        <translation>«&#xa0;{subject}&#xa0;» est sur un autre système de fichiers, où ce qui est arrivé ne peut pas suivre. Choisissez un autre dossier, ou récupérez les fichiers de nouveau depuis le début.</translation>
    </message>
    <message>
        <source>That folder is on another file system, where what has arrived cannot move along. Choose another one, or fetch the files again from the start.</source>
        <translation>Ce dossier est sur un autre système de fichiers, où ce qui est arrivé ne peut pas suivre. Choisissez-en un autre, ou récupérez les fichiers de nouveau depuis le début.</translation>
    </message>
    <message>
        <source>“{subject}” is complete and has its final name, so it stays as it is. Change the other files.</source>
        <translation>«&#xa0;{subject}&#xa0;» est complet et porte son nom définitif&#xa0;; il reste donc tel quel. Changez les autres fichiers.</translation>
    </message>
    <message>
        <source>A file is complete and has its final name, so it stays as it is. Change the other files.</source>
        <translation>Un fichier est complet et porte son nom définitif&#xa0;; il reste donc tel quel. Changez les autres fichiers.</translation>
    </message>
    <message>
        <source>There are {subject} unfinished jobs already. Complete or cancel some, then add this one.</source>
        <translation>Il y a déjà {subject} tâches inachevées. Terminez-en ou annulez-en, puis ajoutez celle-ci.</translation>
    </message>
    <message>
        <source>There are too many unfinished jobs already. Complete or cancel some, then add this one.</source>
        <translation>Il y a déjà trop de tâches inachevées. Terminez-en ou annulez-en, puis ajoutez celle-ci.</translation>
    </message>
    <message>
        <source>What had arrived of “%1” is gone from the disk. It has to be fetched again; then complete.</source>
        <translation>Ce qui était arrivé de «&#xa0;%1&#xa0;» a disparu du disque. Il faut le récupérer de nouveau&#xa0;; ensuite, terminez.</translation>
    </message>
    <message>
        <source>No address has all the query parameters that are to be secret. Check their names.</source>
        <translation>Aucune adresse n’a tous les paramètres de requête qui doivent être secrets. Vérifiez leurs noms.</translation>
    </message>
    <message>
        <source>The name is too long or holds characters nobody can see. Choose a shorter one.</source>
        <translation>Le nom est trop long ou contient des caractères que personne ne voit. Choisissez-en un plus court.</translation>
    </message>
    <message>
        <source>10 seconds to undo</source>
        <translation>10 secondes pour annuler l’action</translation>
    </message>
    <message numerus="yes">
        <source>likely to fail again: same answer %Ln times</source>
        <translation>
            <numerusform>échouera sans doute encore&#xa0;: même réponse %Ln fois</numerusform>
            <numerusform>échouera sans doute encore&#xa0;: même réponse %Ln fois</numerusform>
        </translation>
    </message>
    <message>
        <source>Change folder: a file stands under its final name already.</source>
        <translation>Changer de dossier&#xa0;: un fichier porte déjà son nom définitif.</translation>
    </message>
    <message>
        <source>%1: the error names no file.</source>
        <comment>a button&apos;s text</comment>
        <translation>%1&#xa0;: l’erreur ne nomme aucun fichier.</translation>
    </message>
    <message>
        <source>Change address…</source>
        <translation>Changer l’adresse…</translation>
    </message>
    <message>
        <source>Credentials…</source>
        <translation>Identifiants…</translation>
    </message>
    <message>
        <source>Proxy…</source>
        <translation>Proxy…</translation>
    </message>
    <message>
        <source>Show certificate…</source>
        <translation>Afficher le certificat…</translation>
    </message>
    <message>
        <source>Change folder…</source>
        <translation>Changer de dossier…</translation>
    </message>
    <message>
        <source>Re-check disk…</source>
        <translation>Revérifier le disque…</translation>
    </message>
    <message>
        <source>Restart from zero…</source>
        <translation>Recommencer à zéro…</translation>
    </message>
    <message>
        <source>Edit retry…</source>
        <translation>Modifier les essais…</translation>
    </message>
    <message>
        <source>Open in browser</source>
        <translation>Ouvrir dans le navigateur</translation>
    </message>
    <message>
        <source>Retry now</source>
        <translation>Réessayer maintenant</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>3 jobs: why not</comment>
        <translation>%1&#xa0;: %2</translation>
    </message>
    <message>
        <source>Complete: no file has arrived yet; Cancel closes the job.</source>
        <translation>Terminer&#xa0;: aucun fichier n’est encore arrivé&#xa0;; Annuler clôt la tâche.</translation>
    </message>
    <message>
        <source>1 file</source>
        <translation>1 fichier</translation>
    </message>
    <message numerus="yes">
        <source>%Ln files</source>
        <translation>
            <numerusform>%Ln fichier</numerusform>
            <numerusform>%Ln fichiers</numerusform>
        </translation>
    </message>
    <message>
        <source>No address has a parameter “{subject}”. Check how it is written there.</source>
        <translation>Aucune adresse n’a de paramètre «&#xa0;{subject}&#xa0;». Vérifiez comment il y est écrit.</translation>
    </message>
    <message>
        <source>No address has that parameter. Check how it is written there.</source>
        <translation>Aucune adresse n’a ce paramètre. Vérifiez comment il y est écrit.</translation>
    </message>
    <message>
        <source>What is hidden in “{subject}” is known for another place only. Give the whole address, with the value itself.</source>
        <translation>Ce qui est caché dans «&#xa0;{subject}&#xa0;» n’est connu que pour un autre endroit. Donnez l’adresse entière, avec la valeur elle-même.</translation>
    </message>
    <message>
        <source>What is hidden in an address is known for another place only. Give the whole address, with the value itself.</source>
        <translation>Ce qui est caché dans une adresse n’est connu que pour un autre endroit. Donnez l’adresse entière, avec la valeur elle-même.</translation>
    </message>
    <message>
        <source>Fetch the files that fail from their first byte</source>
        <translation>Télécharger les fichiers en échec depuis leur premier octet</translation>
    </message>
    <message>
        <source>all %1 jobs; they fail alike</source>
        <translation>les %1 tâches&#xa0;; elles échouent pareillement</translation>
    </message>
    <message>
        <source>the store could not keep the last change: it was taken back</source>
        <translation>le dernier changement n’a pas pu être conservé&#xa0;: il a été annulé</translation>
    </message>
    <message>
        <source>The file is too large for its disk</source>
        <translation>Le fichier est trop grand pour son disque</translation>
    </message>
    <message>
        <source>File too large</source>
        <translation>Fichier trop grand</translation>
    </message>
    <message>
        <source>The file system of {path} takes no file as large as this one; that was at {time}.</source>
        <translation>Le système de fichiers de {path} n’accepte pas de fichier aussi grand&#xa0;; c’était à {time}.</translation>
    </message>
    <message>
        <source>Change the folder to one on a disk without that limit (a FAT disk takes 4 GiB a file), then resume.</source>
        <translation>Choisissez un dossier sur un disque sans cette limite (un disque FAT accepte 4 Gio par fichier), puis reprenez.</translation>
    </message>
    <message>
        <source>The server wants a sign-in of another kind</source>
        <translation>Le serveur veut une autre forme de connexion</translation>
    </message>
    <message>
        <source>Other sign-in wanted</source>
        <translation>Autre connexion demandée</translation>
    </message>
    <message>
        <source>{server} takes no user name and password for {file}; that was at {time}.</source>
        <translation>{server} n’accepte pas de nom d’utilisateur et de mot de passe pour {file}&#xa0;; c’était à {time}.</translation>
    </message>
    <message>
        <source>For Bearer, give the token as a header of the job (Authorization: Bearer …); for Negotiate, get a ticket (kinit) and give your user name; then resume.</source>
        <translation>Pour Bearer, donnez le jeton comme en-tête de la tâche (Authorization: Bearer …)&#xa0;; pour Negotiate, obtenez un ticket (kinit) et donnez votre nom d’utilisateur&#xa0;; puis reprenez.</translation>
    </message>
    <message>
        <source>{proxy} could not be used at {time} to fetch {file}.</source>
        <translation>{proxy} n’a pas pu être utilisé à {time} pour récupérer {file}.</translation>
    </message>
    <message>
        <source>Your disk quota is used up</source>
        <translation>Votre quota de disque est épuisé</translation>
    </message>
    <message>
        <source>Quota used up</source>
        <translation>Quota épuisé</translation>
    </message>
    <message>
        <source>Your quota on the disk of {path} was used up at {time}, though the disk itself may have room.</source>
        <translation>Votre quota sur le disque de {path} était épuisé à {time}, même si le disque a peut-être encore de la place.</translation>
    </message>
    <message>
        <source>Delete files of yours on that disk, or ask whoever runs it for a larger quota, then resume; what is here is kept.</source>
        <translation>Supprimez des fichiers à vous sur ce disque, ou demandez un plus grand quota à qui le gère, puis reprenez&#xa0;; ce qui est ici est gardé.</translation>
    </message>
    <message>
        <source>The server sends the file packed</source>
        <translation>Le serveur envoie le fichier compressé</translation>
    </message>
    <message>
        <source>Packed by the server</source>
        <translation>Compressé par le serveur</translation>
    </message>
    <message>
        <source>{server} sent {file} at {time} packed in a way that nobody asked for.</source>
        <translation>{server} a envoyé {file} à {time} compressé d’une façon que personne n’avait demandée.</translation>
    </message>
    <message>
        <source>The proxy</source>
        <translation>Le proxy</translation>
    </message>
    <message>
        <source>The proxy %1</source>
        <translation>Le proxy %1</translation>
    </message>
    <message>
        <source>It uses a Transfer-Encoding that nobody knows.</source>
        <translation>Il emploie un Transfer-Encoding que personne ne connaît.</translation>
    </message>
    <message>
        <source>Its head is longer than %1.</source>
        <translation>Son en-tête dépasse %1.</translation>
    </message>
    <message>
        <source>It sent “%1”.</source>
        <comment>a line of an HTTP answer</comment>
        <translation>Il a envoyé «&#xa0;%1&#xa0;».</translation>
    </message>
    <message>
        <source>%1 are needed, %2 are free.</source>
        <translation>Il faut %1, %2 sont libres.</translation>
    </message>
    <message numerus="yes">
        <source>The name has %Ln bytes.</source>
        <translation>
            <numerusform>Le nom a %Ln octet.</numerusform>
            <numerusform>Le nom a %Ln octets.</numerusform>
        </translation>
    </message>
    <message>
        <source>It takes %1.</source>
        <translation>Il accepte %1.</translation>
    </message>
    <message>
        <source>The job has no header “{subject}” to keep secret. Check how it is written.</source>
        <translation>La tâche n’a pas d’en-tête «&#xa0;{subject}&#xa0;» à garder secret. Vérifiez comment il est écrit.</translation>
    </message>
    <message>
        <source>The job has no header of that name. Check how it is written.</source>
        <translation>La tâche n’a pas d’en-tête de ce nom. Vérifiez comment il est écrit.</translation>
    </message>
    <message>
        <source>A sign-in in an address is for its server alone: put the addresses of other servers or users into jobs of their own.</source>
        <translation>Les identifiants dans une adresse ne valent que pour son serveur&#xa0;: mettez les adresses d’autres serveurs ou utilisateurs dans des tâches à part.</translation>
    </message>
    <message>
        <source>A magnet link names files in a BitTorrent network, which cannot be fetched here. Open it in a BitTorrent program, or look for an address that begins with http:// or https://.</source>
        <translation>Un lien magnet désigne des fichiers d’un réseau BitTorrent, qui ne peuvent pas être récupérés ici. Ouvrez-le dans un programme BitTorrent, ou cherchez une adresse qui commence par http:// ou https://.</translation>
    </message>
    <message>
        <source>The file name “%1…” has %2 bytes, more than is possible here. Give the file a shorter one.</source>
        <translation>Le nom de fichier «&#xa0;%1…&#xa0;» a %2 octets, plus qu’il n’est possible ici. Donnez-en un plus court au fichier.</translation>
    </message>
    <message>
        <source>The disk refuses the name “%1”. Add the job again with a simpler one.</source>
        <translation>Le disque refuse le nom «&#xa0;%1&#xa0;». Ajoutez la tâche de nouveau avec un nom plus simple.</translation>
    </message>
    <message>
        <source>The network wants you to sign in</source>
        <translation>Le réseau demande une identification</translation>
    </message>
    <message>
        <source>Network sign-in</source>
        <translation>Identification au réseau</translation>
    </message>
    <message>
        <source>The network on the way to {server} wanted a sign-in at {time} before it lets {file} through.</source>
        <translation>Le réseau sur le chemin vers {server} a demandé à {time} une identification avant de laisser passer {file}.</translation>
    </message>
    <message>
        <source>Open the address in a browser and sign in to the network, then resume; what is here is kept.</source>
        <translation>Ouvrez l’adresse dans un navigateur et identifiez-vous auprès du réseau, puis reprenez ; ce qui est ici est conservé.</translation>
    </message>
    <message>
        <source>waits for its server, which is asked for no more at a time</source>
        <translation>attend son serveur, auquel on n’en demande pas plus à la fois</translation>
    </message>
    <message>
        <source>waits for its server, which asks to be left alone until %1</source>
        <translation>attend son serveur, qui demande à être laissé tranquille jusqu’au %1</translation>
    </message>
    <message>
        <source>Open the address in a browser to read the page; change it to that of the file itself, or take the page.</source>
        <translation>Ouvrez l’adresse dans un navigateur pour lire la page ; remplacez-la par celle du fichier lui-même, ou prenez la page.</translation>
    </message>
    <message>
        <source>The server tags the file differently each time</source>
        <translation>Le serveur étiquette le fichier autrement à chaque fois</translation>
    </message>
    <message>
        <source>Another tag each time</source>
        <translation>Étiquette changeante</translation>
    </message>
    <message>
        <source>{server} gave {file} another version tag at {time}, as each time before; size and date stayed the same.</source>
        <translation>{server} a donné à {time} une autre étiquette de version à {file}, comme chaque fois auparavant ; la taille et la date sont restées les mêmes.</translation>
    </message>
    <message>
        <source>Go by size and date, if the file is the same all the time; what is here is kept.</source>
        <translation>Fiez-vous à la taille et à la date si le fichier est toujours le même ; ce qui est ici est conservé.</translation>
    </message>
    <message>
        <source>Take what the server sends as the file, web pages too, then resume</source>
        <translation>Prendre pour le fichier ce que le serveur envoie, pages web comprises, puis reprendre</translation>
    </message>
    <message>
        <source>Let size and date tell versions apart, whatever the tag says, then resume; keeps what is here</source>
        <translation>Distinguer les versions par la taille et la date, quoi que dise l’étiquette, puis reprendre ; garde ce qui est ici</translation>
    </message>
    <message>
        <source>Take it all the same…</source>
        <translation>Prendre quand même…</translation>
    </message>
    <message>
        <source>Go by size and date…</source>
        <translation>Se fier à la taille et à la date…</translation>
    </message>
    <message>
        <source>Open the address in a browser to see. If the file is meant to be packed, take it all the same; else change the address to that of a server which sends the file itself, then resume.</source>
        <translation>Ouvrez l’adresse dans un navigateur pour voir. Si le fichier doit être compressé, prenez-le tout de même&#xa0;; sinon, remplacez l’adresse par celle d’un serveur qui envoie le fichier lui-même, puis reprenez.</translation>
    </message>
    <message>
        <source>Keep what the server sends as it comes, packed, as the file, then resume</source>
        <translation>Garder ce que le serveur envoie tel qu’il vient, compressé, comme fichier, puis reprendre</translation>
    </message>
</context>
<context>
    <name>Redaction</name>
    <message>
        <source>1 user name with password</source>
        <translation>1 nom d’utilisateur avec mot de passe</translation>
    </message>
    <message numerus="yes">
        <source>%Ln user names with passwords</source>
        <translation>
            <numerusform>%Ln nom d’utilisateur avec mot de passe</numerusform>
            <numerusform>%Ln noms d’utilisateur avec mots de passe</numerusform>
        </translation>
    </message>
    <message>
        <source>1 query value</source>
        <translation>1 valeur de requête</translation>
    </message>
    <message numerus="yes">
        <source>%Ln query values</source>
        <translation>
            <numerusform>%Ln valeur de requête</numerusform>
            <numerusform>%Ln valeurs de requête</numerusform>
        </translation>
    </message>
    <message>
        <source>1 header value</source>
        <translation>1 valeur d’en-tête</translation>
    </message>
    <message numerus="yes">
        <source>%Ln header values</source>
        <translation>
            <numerusform>%Ln valeur d’en-tête</numerusform>
            <numerusform>%Ln valeurs d’en-tête</numerusform>
        </translation>
    </message>
    <message>
        <source>the home directory, written as ~</source>
        <translation>le dossier personnel, écrit ~</translation>
    </message>
    <message numerus="yes">
        <source>the home directory, written as ~ (%Ln times)</source>
        <translation>
            <numerusform>le dossier personnel, écrit ~ (%Ln fois)</numerusform>
            <numerusform>le dossier personnel, écrit ~ (%Ln fois)</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>SizeText</name>
    <message>
        <source>The server answers %1 for “%2”</source>
        <comment>HTTP status, file</comment>
        <translation>Le serveur répond %1 pour «&#xa0;%2&#xa0;»</translation>
    </message>
    <message>
        <source>%1.</source>
        <comment>a sentence</comment>
        <translation>%1.</translation>
    </message>
    <message numerus="yes">
        <source>%1, and %Ln more are refused.</source>
        <translation>
            <numerusform>%1, et %Ln autre est refusée.</numerusform>
            <numerusform>%1, et %Ln autres sont refusées.</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 · %2</source>
        <comment>files, size</comment>
        <translation>%1 · %2</translation>
    </message>
    <message>
        <source>%1 · at least %2</source>
        <comment>files, size</comment>
        <translation>%1 · au moins %2</translation>
    </message>
    <message>
        <source>%1 · asking for the size…</source>
        <translation>%1 · demande de la taille…</translation>
    </message>
    <message>
        <source>%1 · size not told</source>
        <translation>%1 · taille non indiquée</translation>
    </message>
    <message>
        <source>Only %1 are free in that folder.</source>
        <translation>Il n’y a que %1 de libres dans ce dossier.</translation>
    </message>
</context>
<context>
    <name>Window</name>
    <message>
        <source>There is no display to open the window on. `haulwatch --screenshot FILE.png` paints it without one, `haulwatch serve` runs the engine alone, and `haulwatch --help` tells the other commands.</source>
        <translation>Il n’y a pas d’écran où ouvrir la fenêtre. `haulwatch --screenshot FILE.png` la peint sans écran, `haulwatch serve` fait tourner le moteur seul, et `haulwatch --help` donne les autres commandes.</translation>
    </message>
    <message>
        <source>Job “%1”: %2</source>
        <translation>Tâche «&#xa0;%1&#xa0;»&#xa0;: %2</translation>
    </message>
    <message>
        <source>An object in braces is expected, not %1.</source>
        <translation>Un objet entre accolades est attendu, et non %1.</translation>
    </message>
    <message>
        <source>“%1” is not known here.</source>
        <translation>«&#xa0;%1&#xa0;» n’est pas connu ici.</translation>
    </message>
    <message>
        <source>“%1” must be %2.</source>
        <translation>«&#xa0;%1&#xa0;» doit être %2.</translation>
    </message>
    <message>
        <source>a text in quotation marks</source>
        <translation>un texte entre guillemets</translation>
    </message>
    <message>
        <source>true or false</source>
        <translation>true ou false</translation>
    </message>
    <message>
        <source>a whole number</source>
        <translation>un nombre entier</translation>
    </message>
    <message>
        <source>“%1” must be a list with at least one entry.</source>
        <translation>«&#xa0;%1&#xa0;» doit être une liste d’au moins une entrée.</translation>
    </message>
    <message>
        <source>foreground, high, normal or low</source>
        <translation>foreground, high, normal ou low</translation>
    </message>
    <message>
        <source>an address with a file name</source>
        <translation>une adresse avec un nom de fichier</translation>
    </message>
    <message>
        <source>a code such as 404, curl 28, ENOSPC or 0x80190194</source>
        <translation>un code comme 404, curl 28, ENOSPC ou 0x80190194</translation>
    </message>
    <message>
        <source>a number from 0 to 1</source>
        <translation>un nombre de 0 à 1</translation>
    </message>
    <message>
        <source>It is not JSON.</source>
        <translation>Ce n’est pas du JSON.</translation>
    </message>
    <message>
        <source>The scenario “%1” cannot be read: %2.</source>
        <translation>Le scénario «&#xa0;%1&#xa0;» est illisible&#xa0;: %2.</translation>
    </message>
    <message>
        <source>The scenario “%1” is not understood. %2</source>
        <translation>Le scénario «&#xa0;%1&#xa0;» n’est pas compris. %2</translation>
    </message>
    <message>
        <source>Haulwatch</source>
        <translation>Haulwatch</translation>
    </message>
    <message>
        <source>The picture cannot be written to “%1”. Choose another place.</source>
        <translation>L’image ne peut pas être écrite dans «&#xa0;%1&#xa0;». Choisissez un autre endroit.</translation>
    </message>
    <message>
        <source>There is no job “%1” to select.</source>
        <translation>Il n’y a pas de tâche «&#xa0;%1&#xa0;» à sélectionner.</translation>
    </message>
    <message>
        <source>Commands cannot reach this window: %1/socket cannot be made.</source>
        <translation>Les commandes ne peuvent pas joindre cette fenêtre&#xa0;: %1/socket ne peut pas être créé.</translation>
    </message>
    <message>
        <source>--select needs the id of a job, a state such as ERROR, or all:ERROR; not “%1”.</source>
        <translation>--select demande l’identifiant d’une tâche, un état comme ERROR, ou all:ERROR&#xa0;; et non «&#xa0;%1&#xa0;».</translation>
    </message>
</context>
<context>
    <name>haulwatch::AddJobDialog</name>
    <message>
        <source>One job for &amp;each address</source>
        <translation>Une tâc&amp;he par adresse</translation>
    </message>
    <message>
        <source>Add downloads</source>
        <translation>Ajouter des téléchargements</translation>
    </message>
    <message>
        <source>Addresses</source>
        <translation>Adresses</translation>
    </message>
    <message>
        <source>Options</source>
        <translation>Options</translation>
    </message>
    <message>
        <source>&amp;Addresses</source>
        <translation>&amp;Adresses</translation>
    </message>
    <message>
        <source>Load l&amp;ist…</source>
        <translation>Charger une l&amp;iste…</translation>
    </message>
    <message>
        <source>&amp;Folder</source>
        <translation>&amp;Dossier</translation>
    </message>
    <message>
        <source>Folder</source>
        <translation>Dossier</translation>
    </message>
    <message>
        <source>&amp;Rename a file whose name is taken, as “name (2)”</source>
        <translation>&amp;Renommer un fichier dont le nom est pris, en «&#xa0;nom (2)&#xa0;»</translation>
    </message>
    <message>
        <source>&amp;Name</source>
        <translation>&amp;Nom</translation>
    </message>
    <message>
        <source>&amp;Browse…</source>
        <translation>&amp;Parcourir…</translation>
    </message>
    <message>
        <source>Add &amp;suspended, start it later</source>
        <translation>Ajouter &amp;suspendue, à démarrer plus tard</translation>
    </message>
    <message>
        <source>Wait for me to &amp;complete it when everything has arrived</source>
        <translation>Attendre que je la &amp;termine quand tout est arrivé</translation>
    </message>
    <message>
        <source>Chec&amp;ksum</source>
        <translation>Somme de contrô&amp;le</translation>
    </message>
    <message>
        <source>Files at a &amp;time</source>
        <translation>Fi&amp;chiers simultanés</translation>
    </message>
    <message>
        <source>&amp;Priority</source>
        <translation>Pri&amp;orité</translation>
    </message>
    <message>
        <source>A&amp;dd</source>
        <translation>A&amp;jouter</translation>
    </message>
    <message>
        <source>Folder for the files</source>
        <translation>Dossier des fichiers</translation>
    </message>
    <message>
        <source>File of addresses</source>
        <translation>Fichier d’adresses</translation>
    </message>
    <message>
        <source>“%1” could not be read: %2.</source>
        <comment>a file; why not</comment>
        <translation>«&#xa0;%1&#xa0;» n’a pas pu être lu&#xa0;: %2.</translation>
    </message>
    <message>
        <source>Line %1: %2</source>
        <translation>Ligne %1&#xa0;: %2</translation>
    </message>
    <message>
        <source>“%1” is in the folder already</source>
        <translation>«&#xa0;%1&#xa0;» est déjà dans le dossier</translation>
    </message>
    <message>
        <source>Two addresses end in “%1”</source>
        <translation>Deux adresses finissent par «&#xa0;%1&#xa0;»</translation>
    </message>
    <message numerus="yes">
        <source>%1, and %Ln more names are taken</source>
        <translation>
            <numerusform>%1, et %Ln autre nom est pris</numerusform>
            <numerusform>%1, et %Ln autres noms sont pris</numerusform>
        </translation>
    </message>
    <message>
        <source>%1: given a number.</source>
        <comment>what is taken</comment>
        <translation>%1&#xa0;: un numéro sera ajouté.</translation>
    </message>
    <message>
        <source>%1. Choose another folder, or let it be renamed.</source>
        <comment>what is taken</comment>
        <translation>%1. Choisissez un autre dossier, ou laissez renommer le fichier.</translation>
    </message>
    <message>
        <source>A checksum can be given for a single address</source>
        <translation>Une somme de contrôle ne vaut que pour une seule adresse</translation>
    </message>
    <message>
        <source>1 file</source>
        <translation>1 fichier</translation>
    </message>
    <message numerus="yes">
        <source>%Ln files</source>
        <translation>
            <numerusform>%Ln fichier</numerusform>
            <numerusform>%Ln fichiers</numerusform>
        </translation>
    </message>
    <message>
        <source>%1, a job for each</source>
        <translation>%1, une tâche pour chacune</translation>
    </message>
    <message>
        <source>%1 in one job</source>
        <translation>%1 en une tâche</translation>
    </message>
    <message>
        <source>%1; 1 address is there twice and counts once</source>
        <translation>%1&#xa0;; 1 adresse y est deux fois et compte une fois</translation>
    </message>
    <message numerus="yes">
        <source>%1; %Ln addresses are there twice and count once</source>
        <translation>
            <numerusform>%1&#xa0;; %Ln adresse y est deux fois et compte une fois</numerusform>
            <numerusform>%1&#xa0;; %Ln adresses y sont deux fois et comptent une fois</numerusform>
        </translation>
    </message>
    <message>
        <source>Adding…</source>
        <translation>Ajout…</translation>
    </message>
    <message numerus="yes">
        <source>%1 in %Ln jobs</source>
        <translation>
            <numerusform>%1 en %Ln tâche</numerusform>
            <numerusform>%1 en %Ln tâches</numerusform>
        </translation>
    </message>
    <message>
        <source>Line %1: the option “%2” is not known here and is ignored.</source>
        <translation>Ligne %1&#xa0;: l’option «&#xa0;%2&#xa0;» n’est pas connue ici et est ignorée.</translation>
    </message>
</context>
<context>
    <name>haulwatch::AddressEdit</name>
    <message>
        <source>One address per line: type, paste or drop</source>
        <translation>Une adresse par ligne&#xa0;: tapez, collez ou déposez</translation>
    </message>
</context>
<context>
    <name>haulwatch::ArrivalDialog</name>
    <message>
        <source>Files and completion</source>
        <translation>Fichiers et achèvement</translation>
    </message>
    <message>
        <source>Files at a &amp;time</source>
        <translation>Fi&amp;chiers simultanés</translation>
    </message>
    <message>
        <source>Everything is here already: this job still waits for Complete.</source>
        <translation>Tout est déjà là&#xa0;: cette tâche attend encore «&#xa0;Terminer&#xa0;».</translation>
    </message>
    <message>
        <source>The files get their final names when you complete the job.</source>
        <translation>Les fichiers reçoivent leur nom définitif quand vous terminez la tâche.</translation>
    </message>
    <message>
        <source>The files get their final names by themselves when all are here.</source>
        <translation>Les fichiers reçoivent leur nom définitif d’eux-mêmes quand tous sont là.</translation>
    </message>
    <message>
        <source>&amp;Wait for me to complete it when everything has arrived</source>
        <translation>A&amp;ttendre que je la termine quand tout est arrivé</translation>
    </message>
</context>
<context>
    <name>haulwatch::AttemptStrip</name>
    <message>
        <source>%1 of %2 · %3 · %4</source>
        <translation>%1 sur %2 · %3 · %4</translation>
    </message>
</context>
<context>
    <name>haulwatch::BelieveDialog</name>
    <message>
        <source>Take it all the same</source>
        <translation>Prendre quand même</translation>
    </message>
    <message>
        <source>Go by size and date</source>
        <translation>Se fier à la taille et à la date</translation>
    </message>
    <message>
        <source>&amp;Do so and resume</source>
        <translation>&amp;Faire ainsi et reprendre</translation>
    </message>
    <message>
        <source>What the server sends is the file from now on, even if it is a web page: a sign-in, or an error told in words. What is here of the file goes when it comes.</source>
        <translation>Ce que le serveur envoie est désormais le fichier, même si c’est une page web : une identification, ou une erreur dite en mots. Ce qui est ici du fichier disparaît quand elle arrive.</translation>
    </message>
    <message>
        <source>What is here goes on if size and date are the same. A server that changes the file within the same second would go unnoticed; a checksum finds that out.</source>
        <translation>Ce qui est ici continue si la taille et la date sont les mêmes. Un changement du fichier dans la même seconde passerait inaperçu ; une somme de contrôle le révèle.</translation>
    </message>
    <message>
        <source>What the server sends is the file from now on, packed as it comes. A checksum is checked all the same.</source>
        <translation>Ce que le serveur envoie est désormais le fichier, compressé comme il vient. Une somme de contrôle est vérifiée tout de même.</translation>
    </message>
</context>
<context>
    <name>haulwatch::CauseModel</name>
    <message>
        <source>1 job</source>
        <translation>1 tâche</translation>
    </message>
    <message>
        <source>%1 jobs</source>
        <translation>%1 tâches</translation>
    </message>
    <message>
        <source>place not reported</source>
        <translation>lieu non signalé</translation>
    </message>
    <message>
        <source>%1 and %2 more</source>
        <comment>a place, how many others</comment>
        <translation>%1 et %2 de plus</translation>
    </message>
    <message>
        <source>%1 – %2</source>
        <comment>from one time to another</comment>
        <translation>%1 – %2</translation>
    </message>
    <message>
        <source>%1, %2, %3, first %4, last %5</source>
        <comment>cause, jobs, place, two times</comment>
        <translation>%1, %2, %3, première %4, dernière %5</translation>
    </message>
    <message>
        <source>%1; %2 of them since %3</source>
        <comment>facts, jobs, a time</comment>
        <translation>%1&#xa0;; %2 d’entre elles depuis %3</translation>
    </message>
</context>
<context>
    <name>haulwatch::CauseOverview</name>
    <message>
        <source>Show all causes</source>
        <translation>Afficher toutes les causes</translation>
    </message>
    <message>
        <source>Failed jobs by cause</source>
        <translation>Tâches en échec par cause</translation>
    </message>
    <message>
        <source>1 job</source>
        <translation>1 tâche</translation>
    </message>
    <message>
        <source>%1 jobs</source>
        <translation>%1 tâches</translation>
    </message>
    <message>
        <source>%1 fine</source>
        <comment>jobs</comment>
        <translation>%1 sans problème</translation>
    </message>
    <message>
        <source>%1 retrying</source>
        <comment>jobs</comment>
        <translation>%1 en nouvel essai</translation>
    </message>
    <message>
        <source>%1 failed for 1 cause</source>
        <comment>jobs</comment>
        <translation>%1 en échec pour 1 cause</translation>
    </message>
    <message numerus="yes">
        <source>%1 failed for %Ln causes</source>
        <comment>jobs</comment>
        <translation>
            <numerusform>%1 en échec pour %Ln cause</numerusform>
            <numerusform>%1 en échec pour %Ln causes</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>haulwatch::CertificateDialog</name>
    <message>
        <source>I &amp;have compared the fingerprint</source>
        <translation>J’ai &amp;comparé l’empreinte</translation>
    </message>
    <message>
        <source>Certificate</source>
        <translation>Certificat</translation>
    </message>
    <message>
        <source>&amp;Trust it and resume</source>
        <translation>Lui faire con&amp;fiance et reprendre</translation>
    </message>
    <message>
        <source>Server</source>
        <translation>Serveur</translation>
    </message>
    <message>
        <source>Issued to</source>
        <translation>Délivré à</translation>
    </message>
    <message>
        <source>Issued by</source>
        <translation>Délivré par</translation>
    </message>
    <message>
        <source>Valid</source>
        <translation>Valable</translation>
    </message>
    <message>
        <source>SHA-256</source>
        <translation>SHA-256</translation>
    </message>
    <message>
        <source>a simulated server has no certificate</source>
        <translation>un serveur simulé n’a pas de certificat</translation>
    </message>
    <message>
        <source>itself</source>
        <translation>lui-même</translation>
    </message>
    <message>
        <source>%1 to %2</source>
        <comment>dates</comment>
        <translation>du %1 au %2</translation>
    </message>
    <message>
        <source>It ended on %1. The owner of %2 has to renew it; trusting cannot help.</source>
        <translation>Il a expiré le %1. Le propriétaire de %2 doit le renouveler&#xa0;; lui faire confiance n’y changera rien.</translation>
    </message>
    <message>
        <source>It begins on %1. Check this computer&apos;s clock.</source>
        <translation>Il n’est valable qu’à partir du %1. Vérifiez l’horloge de cet ordinateur.</translation>
    </message>
    <message>
        <source>It belongs to another server, not to %1. Check the address; trusting cannot help.</source>
        <translation>Il appartient à un autre serveur, et non à %1. Vérifiez l’adresse&#xa0;; lui faire confiance n’y changera rien.</translation>
    </message>
    <message>
        <source>It cannot be trusted: %1</source>
        <translation>On ne peut pas lui faire confiance&#xa0;: %1</translation>
    </message>
    <message>
        <source>This job trusts the certificates in %1. Add this one there.</source>
        <translation>Cette tâche se fie aux certificats de %1. Ajoutez-y celui-ci.</translation>
    </message>
    <message>
        <source>%1 could not be asked for its certificate: %2.</source>
        <translation>Le certificat n’a pas pu être demandé à %1&#xa0;: %2.</translation>
    </message>
    <message>
        <source>Asking %1 for its certificate…</source>
        <translation>Demande du certificat à %1…</translation>
    </message>
    <message>
        <source>This system trusts the certificate that the server has now.</source>
        <translation>Ce système fait confiance au certificat que le serveur a maintenant.</translation>
    </message>
    <message>
        <source>Nobody whom this system trusts vouches for it. Whoever could stand between you and %1 could show one like it: ask the owner for the fingerprint and compare. It will be trusted by the jobs mended here, until you take that back under Jobs ▸ Trusted certificates.</source>
        <translation>Personne à qui ce système fasse confiance ne répond de lui. Quiconque pourrait se tenir entre vous et %1 pourrait en montrer un semblable&#xa0;: demandez l’empreinte au propriétaire et comparez. Les tâches réparées ici lui feront confiance, jusqu’à ce que vous y mettiez fin sous Tâches ▸ Certificats de confiance.</translation>
    </message>
    <message>
        <source>The certificate cannot be kept: %1</source>
        <translation>Le certificat ne peut pas être gardé&#xa0;: %1</translation>
    </message>
</context>
<context>
    <name>haulwatch::CertificateProbe</name>
    <message>
        <source>no answer for 15 seconds</source>
        <translation>pas de réponse pendant 15 secondes</translation>
    </message>
</context>
<context>
    <name>haulwatch::CertificatesDialog</name>
    <message>
        <source>Trusted certificates</source>
        <translation>Certificats de confiance</translation>
    </message>
    <message>
        <source>those of this system</source>
        <translation>ceux de ce système</translation>
    </message>
    <message>
        <source>&amp;Browse…</source>
        <translation>&amp;Parcourir…</translation>
    </message>
    <message>
        <source>Certificates fi&amp;le</source>
        <translation>Fichier de certi&amp;ficats</translation>
    </message>
    <message>
        <source>Certificates file</source>
        <translation>Fichier de certificats</translation>
    </message>
    <message>
        <source>Without a file, the job trusts the certificates of this system.</source>
        <translation>Sans fichier, la tâche fait confiance aux certificats de ce système.</translation>
    </message>
    <message>
        <source>The file needs its whole path, from / on.</source>
        <translation>Le fichier doit avoir son chemin complet, à partir de /.</translation>
    </message>
    <message>
        <source>“%1” cannot be read, or holds no certificate in PEM form.</source>
        <translation>«&#xa0;%1&#xa0;» ne peut pas être lu, ou ne contient aucun certificat au format PEM.</translation>
    </message>
    <message>
        <source>1 certificate. The job trusts no other; the system&apos;s do not count for it.</source>
        <translation>1 certificat. La tâche n’a confiance en aucun autre&#xa0;; ceux du système ne comptent pas pour elle.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln certificates. The job trusts no others; the system&apos;s do not count for it.</source>
        <translation>
            <numerusform>%Ln certificat. La tâche n’a confiance en aucun autre&#xa0;; ceux du système ne comptent pas pour elle.</numerusform>
            <numerusform>%Ln certificats. La tâche n’a confiance en aucun autre&#xa0;; ceux du système ne comptent pas pour elle.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>haulwatch::ChangeAddressDialog</name>
    <message>
        <source>Change address</source>
        <translation>Changer l’adresse</translation>
    </message>
    <message>
        <source>File</source>
        <translation>Fichier</translation>
    </message>
    <message>
        <source>Address now</source>
        <translation>Adresse actuelle</translation>
    </message>
    <message>
        <source>&amp;New address</source>
        <translation>&amp;Nouvelle adresse</translation>
    </message>
    <message>
        <source>Also for 1 other &amp;file that starts with %1</source>
        <translation>Aussi pour 1 autre &amp;fichier qui commence par %1</translation>
    </message>
    <message numerus="yes">
        <source>Also for %Ln other &amp;files that start with %1</source>
        <translation>
            <numerusform>Aussi pour %Ln autre &amp;fichier qui commence par %1</numerusform>
            <numerusform>Aussi pour %Ln autres &amp;fichiers qui commencent par %1</numerusform>
        </translation>
    </message>
    <message>
        <source>&amp;Also in 1 other job with the same problem, for what starts with %1</source>
        <translation>&amp;Aussi dans 1 autre tâche ayant le même problème, pour ce qui commence par %1</translation>
    </message>
    <message numerus="yes">
        <source>&amp;Also in %Ln other jobs with the same problem, for what starts with %1</source>
        <translation>
            <numerusform>&amp;Aussi dans %Ln autre tâche ayant le même problème, pour ce qui commence par %1</numerusform>
            <numerusform>&amp;Aussi dans %Ln autres tâches ayant le même problème, pour ce qui commence par %1</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>haulwatch::ChangeFolderDialog</name>
    <message>
        <source>Change folder</source>
        <translation>Changer de dossier</translation>
    </message>
    <message>
        <source>&amp;Browse…</source>
        <translation>&amp;Parcourir…</translation>
    </message>
    <message>
        <source>New &amp;folder</source>
        <translation>Nouveau &amp;dossier</translation>
    </message>
    <message>
        <source>Folder now</source>
        <translation>Dossier actuel</translation>
    </message>
    <message>
        <source>Folder for the files</source>
        <translation>Dossier des fichiers</translation>
    </message>
    <message>
        <source>&amp;Start over: give up the %1 here and fetch them again</source>
        <translation>&amp;Recommencer&#xa0;: abandonner les %1 déjà ici et les récupérer de nouveau</translation>
    </message>
    <message>
        <source>“%1” does not exist. Choose a folder that does, or create it.</source>
        <translation>«&#xa0;%1&#xa0;» n’existe pas. Choisissez un dossier qui existe, ou créez-le.</translation>
    </message>
    <message>
        <source>That folder is on another file system, where what has arrived cannot move along.</source>
        <translation>Ce dossier est sur un autre système de fichiers, où ce qui est arrivé ne peut pas suivre.</translation>
    </message>
    <message>
        <source>%1 are free there.</source>
        <translation>%1 y sont libres.</translation>
    </message>
    <message>
        <source>What has arrived moves along.</source>
        <translation>Ce qui est arrivé suit.</translation>
    </message>
</context>
<context>
    <name>haulwatch::ClosingNotice</name>
    <message>
        <source>Haulwatch</source>
        <translation>Haulwatch</translation>
    </message>
    <message>
        <source>1 job is still at work.</source>
        <translation>1 tâche est encore en cours.</translation>
    </message>
    <message>
        <source>%1 jobs are still at work.</source>
        <translation>%1 tâches sont encore en cours.</translation>
    </message>
    <message>
        <source>This desktop has no tray for Haulwatch to go on in. Unless “haulwatch serve” runs, jobs stop when the window is closed; they keep what has arrived, and go on at the next start.</source>
        <translation>Ce bureau n’a pas de zone de notification où Haulwatch pourrait rester. Si «&#xa0;haulwatch serve&#xa0;» ne s’exécute pas, les tâches s’arrêtent à la fermeture de la fenêtre&#xa0;; elles gardent ce qui est arrivé et reprennent au prochain démarrage.</translation>
    </message>
    <message>
        <source>&amp;Close the window</source>
        <translation>&amp;Fermer la fenêtre</translation>
    </message>
</context>
<context>
    <name>haulwatch::ColumnsDialog</name>
    <message>
        <source>Move &amp;up</source>
        <translation>&amp;Monter</translation>
    </message>
    <message>
        <source>Move &amp;down</source>
        <translation>&amp;Descendre</translation>
    </message>
    <message>
        <source>Columns</source>
        <translation>Colonnes</translation>
    </message>
    <message>
        <source>&amp;Columns of the table, from left to right:</source>
        <translation>&amp;Colonnes du tableau, de gauche à droite&#xa0;:</translation>
    </message>
    <message>
        <source>A table needs at least one column.</source>
        <translation>Un tableau a besoin d’au moins une colonne.</translation>
    </message>
</context>
<context>
    <name>haulwatch::ConfirmDialog</name>
    <message>
        <source>Cancel %1?</source>
        <comment>number of jobs</comment>
        <translation>Annuler %1&#xa0;?</translation>
    </message>
    <message>
        <source>Complete %1?</source>
        <comment>number of jobs</comment>
        <translation>Terminer %1&#xa0;?</translation>
    </message>
    <message>
        <source>&amp;Cancel %1</source>
        <comment>number of jobs</comment>
        <translation>&amp;Annuler %1</translation>
    </message>
    <message>
        <source>&amp;Complete %1</source>
        <comment>number of jobs</comment>
        <translation>&amp;Terminer %1</translation>
    </message>
    <message>
        <source>%1 selected; left as they are: %2</source>
        <comment>137 jobs; why some are left out</comment>
        <translation>%1 sélectionnées&#xa0;; laissées telles quelles&#xa0;: %2</translation>
    </message>
    <message>
        <source>You then have ten seconds to undo it.</source>
        <translation>Vous avez ensuite dix secondes pour revenir en arrière.</translation>
    </message>
    <message>
        <source>&amp;Keep the jobs</source>
        <translation>&amp;Garder les tâches</translation>
    </message>
</context>
<context>
    <name>haulwatch::ConnectionOptions</name>
    <message>
        <source>Name: value, one a line</source>
        <translation>Nom: valeur, un par ligne</translation>
    </message>
    <message>
        <source>as the environment says</source>
        <translation>selon l’environnement</translation>
    </message>
    <message>
        <source>those of this system</source>
        <translation>ceux de ce système</translation>
    </message>
    <message>
        <source>&amp;User name</source>
        <translation>Nom d’&amp;utilisateur</translation>
    </message>
    <message>
        <source>Pass&amp;word</source>
        <translation>&amp;Mot de passe</translation>
    </message>
    <message>
        <source>&amp;Headers</source>
        <translation>&amp;En-têtes</translation>
    </message>
    <message>
        <source>Certificates fi&amp;le</source>
        <translation>Fichier de certi&amp;ficats</translation>
    </message>
    <message>
        <source>A password needs the user name it is for.</source>
        <translation>Un mot de passe demande le nom d’utilisateur auquel il appartient.</translation>
    </message>
    <message>
        <source>A user name cannot hold a colon.</source>
        <translation>Un nom d’utilisateur ne peut pas contenir de deux-points.</translation>
    </message>
    <message>
        <source>User name or password are too long, or hold a control character.</source>
        <translation>Le nom d’utilisateur ou le mot de passe est trop long, ou contient un caractère de contrôle.</translation>
    </message>
    <message>
        <source>Pro&amp;xy</source>
        <translation>Prox&amp;y</translation>
    </message>
    <message>
        <source>names, such as token: their values are shown nowhere</source>
        <translation>noms, par exemple token&#xa0;: leurs valeurs ne sont montrées nulle part</translation>
    </message>
    <message>
        <source>Secret &amp;query parameters</source>
        <translation>Paramètres de re&amp;quête secrets</translation>
    </message>
</context>
<context>
    <name>haulwatch::CredentialsDialog</name>
    <message>
        <source>Credentials</source>
        <translation>Identifiants</translation>
    </message>
    <message>
        <source>Server</source>
        <translation>Serveur</translation>
    </message>
    <message>
        <source>&amp;User name</source>
        <translation>Nom d’&amp;utilisateur</translation>
    </message>
    <message>
        <source>&amp;Password</source>
        <translation>Mot de &amp;passe</translation>
    </message>
    <message>
        <source>A user name cannot hold a colon.</source>
        <translation>Un nom d’utilisateur ne peut pas contenir de deux-points.</translation>
    </message>
    <message>
        <source>Sent to this server when it asks for it; kept with the program&apos;s secrets and shown nowhere.</source>
        <translation>Envoyés à ce serveur quand il les demande&#xa0;; gardés avec les secrets du programme et montrés nulle part.</translation>
    </message>
    <message>
        <source>Sent to every server of the job that asks for it; kept with the program&apos;s secrets and shown nowhere.</source>
        <translation>Envoyés à tout serveur de la tâche qui les demande&#xa0;; gardés avec les secrets du programme et montrés nulle part.</translation>
    </message>
</context>
<context>
    <name>haulwatch::DemoBar</name>
    <message>
        <source>Demo — nothing is transferred</source>
        <translation>Démo — rien n’est transféré</translation>
    </message>
    <message>
        <source>Take the tour</source>
        <translation>Faire la visite</translation>
    </message>
    <message>
        <source>Leave the demo</source>
        <translation>Quitter la démo</translation>
    </message>
</context>
<context>
    <name>haulwatch::DetailsPane</name>
    <message>
        <source>Select a job to see what it does and what you can do.</source>
        <translation>Sélectionnez une tâche pour voir ce qu’elle fait et ce que vous pouvez faire.</translation>
    </message>
    <message>
        <source>Copy diagnostics</source>
        <translation>Copier le diagnostic</translation>
    </message>
    <message>
        <source>Problem</source>
        <translation>Problème</translation>
    </message>
    <message>
        <source>Files</source>
        <translation>Fichiers</translation>
    </message>
    <message>
        <source>Timeline</source>
        <translation>Chronologie</translation>
    </message>
    <message>
        <source>Properties</source>
        <translation>Propriétés</translation>
    </message>
    <message>
        <source>Copies everything known of this job, without passwords and keys, for a report</source>
        <translation>Copie tout ce qu’on sait de cette tâche, sans mots de passe ni clés, pour un rapport</translation>
    </message>
    <message>
        <source>Files %1</source>
        <translation>Fichiers %1</translation>
    </message>
</context>
<context>
    <name>haulwatch::DurationField</name>
    <message>
        <source>%1: unit</source>
        <comment>name of a field</comment>
        <translation>%1&#xa0;: unité</translation>
    </message>
    <message>
        <source>seconds</source>
        <translation>secondes</translation>
    </message>
    <message>
        <source>minutes</source>
        <translation>minutes</translation>
    </message>
    <message>
        <source>hours</source>
        <translation>heures</translation>
    </message>
    <message>
        <source>days</source>
        <translation>jours</translation>
    </message>
</context>
<context>
    <name>haulwatch::FileModel</name>
    <message>
        <source>State</source>
        <translation>État</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Nom</translation>
    </message>
    <message>
        <source>Progress</source>
        <translation>Progression</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>Taille</translation>
    </message>
    <message>
        <source>Problem</source>
        <translation>Problème</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>Adresse</translation>
    </message>
</context>
<context>
    <name>haulwatch::FilesPane</name>
    <message>
        <source>&amp;Open file</source>
        <translation>&amp;Ouvrir le fichier</translation>
    </message>
    <message>
        <source>Open &amp;folder</source>
        <translation>Ouvrir le &amp;dossier</translation>
    </message>
    <message>
        <source>&amp;Copy address</source>
        <translation>&amp;Copier l’adresse</translation>
    </message>
    <message>
        <source>Files of the job</source>
        <translation>Fichiers de la tâche</translation>
    </message>
</context>
<context>
    <name>haulwatch::FilterField</name>
    <message>
        <source>Filter: state:error host:… or any text</source>
        <translation>Filtre&#xa0;: state:error host:… ou un texte</translation>
    </message>
    <message>
        <source>Filter</source>
        <translation>Filtre</translation>
    </message>
    <message>
        <source>&lt;p&gt;Words, or state: cause: code: host: name: file: age: size: is:&lt;br&gt;For example &lt;b&gt;state:failed host:example.org age:&amp;gt;2h&lt;/b&gt;&lt;br&gt;A - before a part means: not that. Commas mean: any of these.&lt;/p&gt;</source>
        <translation>&lt;p&gt;Des mots, ou state: cause: code: host: name: file: age: size: is:&lt;br&gt;Par exemple &lt;b&gt;state:failed host:example.org age:&amp;gt;2h&lt;/b&gt;&lt;br&gt;Un - devant un élément veut dire&#xa0;: sauf cela. Des virgules veulent dire&#xa0;: l’un d’eux.&lt;/p&gt;</translation>
    </message>
    <message>
        <source>What can stand here</source>
        <translation>Ce qu’on peut écrire ici</translation>
    </message>
    <message>
        <source>Clear the filter</source>
        <translation>Effacer le filtre</translation>
    </message>
</context>
<context>
    <name>haulwatch::GuidedTour</name>
    <message>
        <source>&amp;Back</source>
        <translation>&amp;Précédent</translation>
    </message>
    <message>
        <source>&amp;Skip the tour</source>
        <translation>Pa&amp;sser la visite</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <comment>step of the tour</comment>
        <translation>%1 sur %2</translation>
    </message>
    <message>
        <source>&amp;Next</source>
        <translation>Suiva&amp;nt</translation>
    </message>
    <message>
        <source>&amp;Done</source>
        <translation>&amp;Terminer</translation>
    </message>
</context>
<context>
    <name>haulwatch::HeadersDialog</name>
    <message>
        <source>Headers</source>
        <translation>En-têtes</translation>
    </message>
    <message>
        <source>Name: value</source>
        <comment>a header line</comment>
        <translation>Nom: valeur</translation>
    </message>
    <message>
        <source>&amp;Headers, one a line</source>
        <translation>&amp;En-têtes, un par ligne</translation>
    </message>
    <message>
        <source>These replace all headers of the job. Those that may hold a key are not shown, and are all but what any program sends: type them again if the job has any.</source>
        <translation>Ils remplacent tous les en-têtes de la tâche. Ceux qui peuvent contenir une clé ne sont pas montrés, et ce sont tous sauf ce que tout programme envoie&#xa0;: saisissez-les de nouveau si la tâche en a.</translation>
    </message>
</context>
<context>
    <name>haulwatch::JobActions</name>
    <message>
        <source>&amp;Resume</source>
        <translation>&amp;Reprendre</translation>
    </message>
    <message>
        <source>&amp;Suspend</source>
        <translation>&amp;Suspendre</translation>
    </message>
    <message>
        <source>&amp;Complete</source>
        <translation>&amp;Terminer</translation>
    </message>
    <message>
        <source>Ca&amp;ncel</source>
        <translation>A&amp;nnuler</translation>
    </message>
    <message>
        <source>Go on; keeps what is here already</source>
        <translation>Continuer&#xa0;; garde ce qui est déjà là</translation>
    </message>
    <message>
        <source>Stop now and keep what is here; stays so until you resume</source>
        <translation>Arrêter maintenant et garder ce qui est là, jusqu’à ce que vous repreniez</translation>
    </message>
    <message>
        <source>Keep the finished files, delete unfinished ones, and close the job</source>
        <translation>Garder les fichiers achevés, supprimer les inachevés et clore la tâche</translation>
    </message>
    <message>
        <source>Delete all files of the job and close it; ten seconds to undo</source>
        <translation>Supprimer tous les fichiers de la tâche et la clore&#xa0;; dix secondes pour annuler l’action</translation>
    </message>
    <message>
        <source>1 job resumed</source>
        <translation>1 tâche reprise</translation>
    </message>
    <message numerus="yes">
        <source>%Ln jobs resumed</source>
        <translation>
            <numerusform>%Ln tâche reprise</numerusform>
            <numerusform>%Ln tâches reprises</numerusform>
        </translation>
    </message>
    <message>
        <source>1 job suspended</source>
        <translation>1 tâche suspendue</translation>
    </message>
    <message numerus="yes">
        <source>%Ln jobs suspended</source>
        <translation>
            <numerusform>%Ln tâche suspendue</numerusform>
            <numerusform>%Ln tâches suspendues</numerusform>
        </translation>
    </message>
    <message>
        <source>1 job completed</source>
        <translation>1 tâche terminée</translation>
    </message>
    <message numerus="yes">
        <source>%Ln jobs completed</source>
        <translation>
            <numerusform>%Ln tâche terminée</numerusform>
            <numerusform>%Ln tâches terminées</numerusform>
        </translation>
    </message>
    <message>
        <source>1 job cancelled</source>
        <translation>1 tâche annulée</translation>
    </message>
    <message numerus="yes">
        <source>%Ln jobs cancelled</source>
        <translation>
            <numerusform>%Ln tâche annulée</numerusform>
            <numerusform>%Ln tâches annulées</numerusform>
        </translation>
    </message>
    <message>
        <source>&amp;Undo</source>
        <translation>&amp;Annuler l’action</translation>
    </message>
    <message>
        <source>Re&amp;move from the list</source>
        <translation>Retirer de la &amp;liste</translation>
    </message>
    <message>
        <source>Left as they are: %1</source>
        <comment>3 jobs: why</comment>
        <translation>Sans changement&#xa0;: %1</translation>
    </message>
    <message numerus="yes">
        <source>%1; %Ln not: %2</source>
        <comment>what was done; how many not: why</comment>
        <translation>
            <numerusform>%1&#xa0;; %Ln non&#xa0;: %2</numerusform>
            <numerusform>%1&#xa0;; %Ln non&#xa0;: %2</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1; %Ln of them left files behind that could not be deleted.</source>
        <translation>
            <numerusform>%1&#xa0;; %Ln a laissé des fichiers qui n’ont pas pu être supprimés.</numerusform>
            <numerusform>%1&#xa0;; %Ln ont laissé des fichiers qui n’ont pas pu être supprimés.</numerusform>
        </translation>
    </message>
    <message>
        <source>ended already, nothing was done.</source>
        <translation>déjà close, rien n’a été fait.</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>which jobs: why not</comment>
        <translation>%1&#xa0;: %2</translation>
    </message>
    <message>
        <source>Forget finished and cancelled jobs; their files stay</source>
        <translation>Oublier les tâches terminées et annulées&#xa0;; leurs fichiers restent</translation>
    </message>
    <message>
        <source>Only finished and cancelled jobs can be removed.</source>
        <translation>Seules les tâches terminées et annulées peuvent être retirées.</translation>
    </message>
    <message>
        <source>Select a job first.</source>
        <translation>Sélectionnez d’abord une tâche.</translation>
    </message>
</context>
<context>
    <name>haulwatch::JobHeader</name>
    <message>
        <source>Columns…</source>
        <translation>Colonnes…</translation>
    </message>
</context>
<context>
    <name>haulwatch::JobList</name>
    <message>
        <source>No transfers yet</source>
        <translation>Aucun transfert pour l’instant</translation>
    </message>
    <message>
        <source>Drop links here, press Ctrl+V, or start with:</source>
        <translation>Déposez des liens ici, appuyez sur Ctrl+V ou commencez par&#xa0;:</translation>
    </message>
    <message>
        <source>Add downloads…</source>
        <translation>Ajouter des téléchargements…</translation>
    </message>
    <message>
        <source>Try the demo</source>
        <translation>Essayer la démo</translation>
    </message>
    <message>
        <source>Show all jobs</source>
        <translation>Afficher toutes les tâches</translation>
    </message>
    <message>
        <source>Nothing needs your attention</source>
        <translation>Rien ne demande votre attention</translation>
    </message>
    <message>
        <source>No job matches “%1”</source>
        <translation>Aucune tâche ne correspond à «&#xa0;%1&#xa0;»</translation>
    </message>
    <message>
        <source>No job here</source>
        <translation>Aucune tâche ici</translation>
    </message>
    <message>
        <source>There are %1 jobs in all; this is the view “%2”.</source>
        <translation>Il y a %1 tâches en tout&#xa0;; ceci est la vue «&#xa0;%2&#xa0;».</translation>
    </message>
</context>
<context>
    <name>haulwatch::JobNews</name>
    <message>
        <source>Show</source>
        <translation>Afficher</translation>
    </message>
    <message>
        <source>Resume</source>
        <translation>Reprendre</translation>
    </message>
    <message>
        <source>Resume all</source>
        <translation>Tout reprendre</translation>
    </message>
</context>
<context>
    <name>haulwatch::JobTableView</name>
    <message>
        <source>Jobs</source>
        <translation>Tâches</translation>
    </message>
</context>
<context>
    <name>haulwatch::KeySheet</name>
    <message>
        <source>Keys</source>
        <translation>Raccourcis clavier</translation>
    </message>
</context>
<context>
    <name>haulwatch::MainWindow</name>
    <message>
        <source>Haulwatch</source>
        <translation>Haulwatch</translation>
    </message>
    <message>
        <source>Toolbar</source>
        <translation>Barre d’outils</translation>
    </message>
    <message>
        <source>Haulwatch — demo</source>
        <translation>Haulwatch — démo</translation>
    </message>
</context>
<context>
    <name>haulwatch::MendDialog</name>
    <message>
        <source>&amp;Change and resume</source>
        <translation>&amp;Modifier et reprendre</translation>
    </message>
    <message>
        <source>Change &amp;only</source>
        <translation>Modifier &amp;seulement</translation>
    </message>
    <message>
        <source>&amp;Also for 1 other job with the same problem</source>
        <translation>&amp;Aussi pour 1 autre tâche ayant le même problème</translation>
    </message>
    <message numerus="yes">
        <source>&amp;Also for %Ln other jobs with the same problem</source>
        <translation>
            <numerusform>&amp;Aussi pour %Ln autre tâche ayant le même problème</numerusform>
            <numerusform>&amp;Aussi pour %Ln autres tâches ayant le même problème</numerusform>
        </translation>
    </message>
    <message>
        <source>This is changed, but not resumed. %1</source>
        <comment>why not</comment>
        <translation>La modification est faite, mais pas la reprise. %1</translation>
    </message>
    <message>
        <source>Done for %1, but not for %2. %3</source>
        <comment>3 jobs; 1 job; why not</comment>
        <translation>Fait pour %1, mais pas pour %2. %3</translation>
    </message>
    <message>
        <source>Job</source>
        <translation>Tâche</translation>
    </message>
</context>
<context>
    <name>haulwatch::MessageBar</name>
    <message>
        <source>Message</source>
        <translation>Message</translation>
    </message>
    <message>
        <source>Close this message</source>
        <translation>Fermer ce message</translation>
    </message>
</context>
<context>
    <name>haulwatch::NameDialog</name>
    <message>
        <source>Name</source>
        <translation>Nom</translation>
    </message>
    <message>
        <source>&amp;Name</source>
        <translation>&amp;Nom</translation>
    </message>
    <message>
        <source>A job needs a name.</source>
        <translation>Une tâche doit avoir un nom.</translation>
    </message>
    <message>
        <source>The files of the job keep their names.</source>
        <translation>Les fichiers de la tâche gardent leur nom.</translation>
    </message>
</context>
<context>
    <name>haulwatch::NoticeArea</name>
    <message>
        <source>Show</source>
        <translation>Afficher</translation>
    </message>
    <message>
        <source>1 new problem</source>
        <translation>1 nouveau problème</translation>
    </message>
    <message>
        <source>%1 new problems</source>
        <translation>%1 nouveaux problèmes</translation>
    </message>
    <message>
        <source>The engine does not answer; trying again. What you see is how things stood last.</source>
        <translation>Le moteur ne répond pas&#xa0;; nouvel essai en cours. Vous voyez le dernier état connu.</translation>
    </message>
    <message>
        <source>The engine cannot keep what happens: %1</source>
        <translation>Le moteur ne peut pas enregistrer ce qui se passe&#xa0;: %1</translation>
    </message>
    <message>
        <source>The tray and notifications of jobs that fail or wait for you are on.</source>
        <translation>La zone de notification et les notifications des tâches qui échouent ou vous attendent sont actives.</translation>
    </message>
    <message>
        <source>Notifications of jobs that fail or wait for you are on.</source>
        <translation>Les notifications des tâches qui échouent ou vous attendent sont actives.</translation>
    </message>
    <message>
        <source>Change…</source>
        <translation>Changer…</translation>
    </message>
</context>
<context>
    <name>haulwatch::NotifyDialog</name>
    <message>
        <source>Notify command</source>
        <translation>Commande de notification</translation>
    </message>
    <message>
        <source>none</source>
        <translation>aucune</translation>
    </message>
    <message>
        <source>&amp;Program</source>
        <translation>&amp;Programme</translation>
    </message>
    <message>
        <source>&amp;Arguments, one a line</source>
        <translation>&amp;Arguments, un par ligne</translation>
    </message>
    <message>
        <source>Arguments need the program they are for.</source>
        <translation>Des arguments exigent un programme.</translation>
    </message>
    <message>
        <source>Run it when the job &amp;fails</source>
        <translation>L’exécuter quand la tâche é&amp;choue</translation>
    </message>
    <message>
        <source>Run it when everything has a&amp;rrived</source>
        <translation>L’exécuter quand tout est a&amp;rrivé</translation>
    </message>
    <message>
        <source>It will not be run: neither when the job fails nor when everything has arrived.</source>
        <translation>Elle ne sera pas exécutée&#xa0;: ni quand la tâche échoue, ni quand tout est arrivé.</translation>
    </message>
    <message>
        <source>Run without a shell. Without a program, nothing is run.</source>
        <translation>Exécutée sans shell. Sans programme, rien n’est exécuté.</translation>
    </message>
</context>
<context>
    <name>haulwatch::ProblemFacts</name>
    <message>
        <source>The failing layer said</source>
        <translation>Message de la couche en échec</translation>
    </message>
    <message>
        <source>Server</source>
        <translation>Serveur</translation>
    </message>
    <message>
        <source>From</source>
        <translation>De</translation>
    </message>
    <message>
        <source>To</source>
        <translation>Vers</translation>
    </message>
    <message>
        <source>No file was involved</source>
        <translation>Aucun fichier en cause</translation>
    </message>
    <message>
        <source>Retry-After: %1</source>
        <translation>Retry-After: %1</translation>
    </message>
    <message>
        <source>The server sent no Retry-After</source>
        <translation>Le serveur n’a pas envoyé de Retry-After</translation>
    </message>
    <message>
        <source>What to do: %1</source>
        <translation>Que faire&#xa0;: %1</translation>
    </message>
    <message>
        <source>Source: %1</source>
        <translation>Source&#xa0;: %1</translation>
    </message>
    <message>
        <source>Code</source>
        <translation>Code</translation>
    </message>
    <message>
        <source>Context</source>
        <translation>Contexte</translation>
    </message>
    <message>
        <source>Protocol</source>
        <translation>Protocole</translation>
    </message>
    <message>
        <source>Native code</source>
        <translation>Code natif</translation>
    </message>
    <message>
        <source>Same problem</source>
        <translation>Même problème</translation>
    </message>
    <message>
        <source>Attempts</source>
        <translation>Tentatives</translation>
    </message>
    <message>
        <source>Retry</source>
        <translation>Nouvel essai</translation>
    </message>
    <message>
        <source>Technical details</source>
        <translation>Détails techniques</translation>
    </message>
    <message>
        <source>Explain this code</source>
        <translation>Expliquer ce code</translation>
    </message>
    <message>
        <source>Edit…</source>
        <translation>Modifier…</translation>
    </message>
    <message>
        <source>Edit retry</source>
        <translation>Modifier les essais</translation>
    </message>
    <message>
        <source>How often it is tried again, and when it gives up</source>
        <translation>Combien de fois réessayer, et quand abandonner</translation>
    </message>
</context>
<context>
    <name>haulwatch::ProblemPane</name>
    <message>
        <source>A file could not be given its name</source>
        <translation>Un fichier n’a pas pu recevoir son nom</translation>
    </message>
    <message>
        <source>Ready to complete</source>
        <translation>Prête à terminer</translation>
    </message>
    <message>
        <source>No problem now</source>
        <translation>Aucun problème actuellement</translation>
    </message>
    <message>
        <source>Problem of the job</source>
        <translation>Problème de la tâche</translation>
    </message>
    <message>
        <source>Every file has arrived. The files get their names when you complete the job.</source>
        <translation>Tous les fichiers sont arrivés. Ils reçoivent leur nom quand vous terminez la tâche.</translation>
    </message>
    <message>
        <source>Past attempts failed, but nothing is wrong at the moment.</source>
        <translation>Des tentatives passées ont échoué, mais tout va bien pour le moment.</translation>
    </message>
    <message>
        <source>Nothing went wrong with this job so far.</source>
        <translation>Cette tâche n’a rencontré aucun problème jusqu’ici.</translation>
    </message>
</context>
<context>
    <name>haulwatch::ProblemSummary</name>
    <message>
        <source>all %1 jobs</source>
        <translation>les %1 tâches</translation>
    </message>
    <message>
        <source>%1 of %2 jobs; the others stay as they are</source>
        <translation>%1 sur %2 tâches&#xa0;; les autres restent inchangées</translation>
    </message>
    <message>
        <source>For none of these jobs</source>
        <translation>Pour aucune de ces tâches</translation>
    </message>
    <message>
        <source>%1: none of these jobs is in a state for it.</source>
        <translation>%1&#xa0;: aucune de ces tâches n’est dans un état qui le permet.</translation>
    </message>
    <message>
        <source>%1 jobs selected</source>
        <translation>%1 tâches sélectionnées</translation>
    </message>
    <message>
        <source>%1 of %2 files are here, %3 in all.</source>
        <translation>Fichiers arrivés&#xa0;: %1 sur %2, %3 en tout.</translation>
    </message>
</context>
<context>
    <name>haulwatch::PropertiesPane</name>
    <message>
        <source>Properties of the job</source>
        <translation>Propriétés de la tâche</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Nom</translation>
    </message>
    <message>
        <source>Folder</source>
        <translation>Dossier</translation>
    </message>
    <message>
        <source>Priority</source>
        <translation>Priorité</translation>
    </message>
    <message>
        <source>Created</source>
        <translation>Création</translation>
    </message>
    <message>
        <source>Last change</source>
        <translation>Dernière modification</translation>
    </message>
    <message>
        <source>Failed attempts</source>
        <translation>Tentatives en échec</translation>
    </message>
    <message>
        <source>Retry</source>
        <translation>Nouvel essai</translation>
    </message>
    <message>
        <source>Time-outs</source>
        <translation>Délais d’attente</translation>
    </message>
    <message>
        <source>Longest download</source>
        <translation>Téléchargement le plus long</translation>
    </message>
    <message>
        <source>Files at a time</source>
        <translation>Fichiers simultanés</translation>
    </message>
    <message>
        <source>Completion</source>
        <translation>Achèvement</translation>
    </message>
    <message>
        <source>Headers</source>
        <translation>En-têtes</translation>
    </message>
    <message>
        <source>Sign-in</source>
        <translation>Identification</translation>
    </message>
    <message>
        <source>Proxy</source>
        <translation>Proxy</translation>
    </message>
    <message>
        <source>Notify command</source>
        <translation>Commande de notification</translation>
    </message>
    <message>
        <source>Trusted certificates</source>
        <translation>Certificats de confiance</translation>
    </message>
    <message>
        <source>Id</source>
        <translation>ID</translation>
    </message>
    <message>
        <source>Edit…</source>
        <translation>Modifier…</translation>
    </message>
    <message>
        <source>Edit: %1</source>
        <comment>name of a property</comment>
        <translation>Modifier&#xa0;: %1</translation>
    </message>
    <message>
        <source>never</source>
        <translation>jamais</translation>
    </message>
    <message>
        <source>This job was cancelled; nothing of it can be changed any more.</source>
        <translation>Cette tâche a été annulée&#xa0;; plus rien ne peut y être modifié.</translation>
    </message>
    <message>
        <source>This job is finished; nothing of it can be changed any more.</source>
        <translation>Cette tâche est terminée&#xa0;; plus rien ne peut y être modifié.</translation>
    </message>
    <message>
        <source>%1 of connecting and transferring</source>
        <translation>%1 de connexion et de transfert</translation>
    </message>
    <message>
        <source>waits for you when everything has arrived</source>
        <translation>vous attend quand tout est arrivé</translation>
    </message>
    <message>
        <source>by itself when everything has arrived</source>
        <translation>d’elle-même quand tout est arrivé</translation>
    </message>
    <message>
        <source>none of its own</source>
        <translation>aucun en propre</translation>
    </message>
    <message>
        <source>none</source>
        <translation>aucune</translation>
    </message>
    <message>
        <source>as the environment says</source>
        <translation>selon l’environnement</translation>
    </message>
    <message>
        <source>those of this system</source>
        <translation>ceux de ce système</translation>
    </message>
    <message>
        <source>%1 until connected</source>
        <translation>%1 jusqu’à la connexion</translation>
    </message>
    <message>
        <source>%1 until the first byte</source>
        <translation>%1 jusqu’au premier octet</translation>
    </message>
    <message>
        <source>%1 without a further byte</source>
        <translation>%1 sans autre octet</translation>
    </message>
    <message>
        <source>at least %1</source>
        <comment>a rate</comment>
        <translation>au moins %1</translation>
    </message>
    <message>
        <source>%1 for an attempt</source>
        <translation>%1 par tentative</translation>
    </message>
    <message>
        <source>%1, when it fails or has arrived</source>
        <comment>a command</comment>
        <translation>%1, quand elle échoue ou est arrivée</translation>
    </message>
    <message>
        <source>%1, when it fails</source>
        <comment>a command</comment>
        <translation>%1, quand elle échoue</translation>
    </message>
    <message>
        <source>%1, when it has arrived</source>
        <comment>a command</comment>
        <translation>%1, quand elle est arrivée</translation>
    </message>
    <message>
        <source>%1, never run</source>
        <comment>a command</comment>
        <translation>%1, jamais exécutée</translation>
    </message>
    <message>
        <source>given, kept with the program&apos;s secrets, not shown</source>
        <translation>données, gardées avec les secrets du programme, non affichées</translation>
    </message>
    <message>
        <source>kept with the program&apos;s secrets, not shown</source>
        <translation>gardés avec les secrets du programme, non montrés</translation>
    </message>
    <message>
        <source>and others, kept with the program&apos;s secrets</source>
        <translation>et d’autres, gardés avec les secrets du programme</translation>
    </message>
</context>
<context>
    <name>haulwatch::ProxyDialog</name>
    <message>
        <source>Proxy</source>
        <translation>Proxy</translation>
    </message>
    <message>
        <source>as the environment says</source>
        <translation>selon l’environnement</translation>
    </message>
    <message>
        <source>P&amp;roxy</source>
        <translation>P&amp;roxy</translation>
    </message>
    <message>
        <source>&amp;User name</source>
        <translation>Nom d’&amp;utilisateur</translation>
    </message>
    <message>
        <source>&amp;Password</source>
        <translation>Mot de &amp;passe</translation>
    </message>
    <message>
        <source>A sign-in needs the proxy it is for.</source>
        <translation>Une identification exige l’adresse de son proxy.</translation>
    </message>
    <message>
        <source>Without an address, the proxy is the one that the environment names, or none.</source>
        <translation>Sans adresse, le proxy est celui que l’environnement indique, ou aucun.</translation>
    </message>
    <message>
        <source>Without a user name, the proxy gets no sign-in.</source>
        <translation>Sans nom d’utilisateur, le proxy ne reçoit pas d’identification.</translation>
    </message>
    <message>
        <source>The sign-in is kept with the program&apos;s secrets and shown nowhere.</source>
        <translation>L’identification est gardée avec les secrets du programme et n’est affichée nulle part.</translation>
    </message>
</context>
<context>
    <name>haulwatch::RateGraph</name>
    <message>
        <source>1 failure</source>
        <translation>1 échec</translation>
    </message>
    <message numerus="yes">
        <source>%Ln failures</source>
        <translation>
            <numerusform>%Ln échec</numerusform>
            <numerusform>%Ln échecs</numerusform>
        </translation>
    </message>
    <message>
        <source>Rate over time</source>
        <translation>Débit au fil du temps</translation>
    </message>
    <message>
        <source>Between %1 and %2: highest %3</source>
        <comment>two times, a rate</comment>
        <translation>Entre %1 et %2&#xa0;: au plus %3</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <comment>a graph, failures</comment>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>%1 to %2</source>
        <comment>two times</comment>
        <translation>de %1 à %2</translation>
    </message>
    <message>
        <source>nothing arrived</source>
        <translation>rien n’est arrivé</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>time, rate</comment>
        <translation>%1&#xa0;: %2</translation>
    </message>
    <message>
        <source>%1: %2, %3</source>
        <comment>time, rate, failures</comment>
        <translation>%1&#xa0;: %2, %3</translation>
    </message>
</context>
<context>
    <name>haulwatch::RecheckDiskDialog</name>
    <message>
        <source>Disk</source>
        <translation>Disque</translation>
    </message>
    <message>
        <source>Folder</source>
        <translation>Dossier</translation>
    </message>
    <message>
        <source>Free</source>
        <translation>Libre</translation>
    </message>
    <message>
        <source>Still to come</source>
        <translation>Reste à venir</translation>
    </message>
    <message>
        <source>&amp;Resume</source>
        <translation>&amp;Reprendre</translation>
    </message>
    <message>
        <source>not there</source>
        <translation>absent</translation>
    </message>
    <message>
        <source>not known</source>
        <translation>inconnu</translation>
    </message>
    <message>
        <source>The folder is not there. Reconnect its disk, or change the folder.</source>
        <translation>Le dossier est absent. Reconnectez son disque ou changez de dossier.</translation>
    </message>
    <message>
        <source>The server has not said how much is to come.</source>
        <translation>Le serveur n’a pas dit combien il reste à venir.</translation>
    </message>
    <message>
        <source>Another %1 have to be freed.</source>
        <translation>Il faut encore libérer %1.</translation>
    </message>
    <message>
        <source>There is room for all of it.</source>
        <translation>Il y a de la place pour tout.</translation>
    </message>
</context>
<context>
    <name>haulwatch::RestartDialog</name>
    <message>
        <source>Restart from zero</source>
        <translation>Recommencer à zéro</translation>
    </message>
    <message>
        <source>File</source>
        <translation>Fichier</translation>
    </message>
    <message>
        <source>Job</source>
        <translation>Tâche</translation>
    </message>
    <message>
        <source>&amp;Restart from zero</source>
        <translation>&amp;Recommencer à zéro</translation>
    </message>
    <message numerus="yes">
        <source>All %Ln &amp;files without a final name</source>
        <translation>
            <numerusform>%Ln &amp;fichier sans nom définitif</numerusform>
            <numerusform>Les %Ln &amp;fichiers sans nom définitif</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing of it is here, so nothing is lost.</source>
        <translation>Rien n’en est arrivé, donc rien n’est perdu.</translation>
    </message>
    <message>
        <source>The %1 that are here are given up and fetched again.</source>
        <translation>Les %1 déjà là sont abandonnés et téléchargés à nouveau.</translation>
    </message>
    <message>
        <source>Of the other jobs, up to %1.</source>
        <translation>Pour les autres tâches, jusqu’à %1.</translation>
    </message>
</context>
<context>
    <name>haulwatch::RetryDialog</name>
    <message>
        <source>Retry</source>
        <translation>Nouvel essai</translation>
    </message>
</context>
<context>
    <name>haulwatch::RetryFields</name>
    <message>
        <source>Wait before a retry</source>
        <translation>Attente avant un nouvel essai</translation>
    </message>
    <message>
        <source>growing, 5 s to 10 min</source>
        <translation>croissante, 5 s à 10 min</translation>
    </message>
    <message>
        <source>Give up after</source>
        <translation>Abandonner après</translation>
    </message>
    <message>
        <source>the first failure</source>
        <translation>le premier échec</translation>
    </message>
    <message>
        <source>any number</source>
        <translation>sans limite</translation>
    </message>
    <message>
        <source>Wait before a retr&amp;y</source>
        <translation>Attente avant un nou&amp;vel essai</translation>
    </message>
    <message>
        <source>&amp;Most attempts in a row</source>
        <translation>Ma&amp;ximum de tentatives de suite</translation>
    </message>
    <message>
        <source>Gi&amp;ve up without progress after</source>
        <translation>A&amp;bandonner sans progrès après</translation>
    </message>
</context>
<context>
    <name>haulwatch::SameProblemRow</name>
    <message>
        <source>no other job</source>
        <translation>aucune autre tâche</translation>
    </message>
    <message>
        <source>· first %1 · last %2</source>
        <comment>times of errors</comment>
        <translation>· première %1 · dernière %2</translation>
    </message>
    <message>
        <source>Show these jobs alone</source>
        <translation>Afficher seulement ces tâches</translation>
    </message>
    <message>
        <source>Act on all ▾</source>
        <translation>Agir sur toutes ▾</translation>
    </message>
    <message>
        <source>Show %1 with the same problem</source>
        <comment>number of jobs</comment>
        <translation>Afficher %1 ayant le même problème</translation>
    </message>
    <message>
        <source>First %1, last %2</source>
        <translation>Première %1, dernière %2</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <comment>verb, 3 jobs</comment>
        <translation>%1 %2</translation>
    </message>
</context>
<context>
    <name>haulwatch::SettingsDialog</name>
    <message>
        <source>Settings</source>
        <translation>Paramètres</translation>
    </message>
    <message>
        <source>&amp;General</source>
        <translation>&amp;Général</translation>
    </message>
    <message>
        <source>&amp;New jobs</source>
        <translation>&amp;Nouvelles tâches</translation>
    </message>
    <message>
        <source>N&amp;otifications</source>
        <translation>N&amp;otifications</translation>
    </message>
    <message>
        <source>the one used last</source>
        <translation>le dernier utilisé</translation>
    </message>
    <message>
        <source>As the desktop</source>
        <translation>Comme le bureau</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>Clair</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>Sombre</translation>
    </message>
    <message>
        <source>High contrast</source>
        <translation>Contraste élevé</translation>
    </message>
    <message>
        <source>&amp;Folder for new jobs</source>
        <translation>&amp;Dossier des nouvelles tâches</translation>
    </message>
    <message>
        <source>&amp;Theme</source>
        <translation>&amp;Thème</translation>
    </message>
    <message>
        <source>&amp;Language</source>
        <translation>&amp;Langue</translation>
    </message>
    <message>
        <source>&amp;Jobs at a time</source>
        <translation>Tâches &amp;simultanées</translation>
    </message>
    <message>
        <source>The language holds from the next start.</source>
        <translation>La langue vaut à partir du prochain démarrage.</translation>
    </message>
    <message>
        <source>&amp;Browse…</source>
        <translation>&amp;Parcourir…</translation>
    </message>
    <message>
        <source>Connecting</source>
        <translation>Connexion</translation>
    </message>
    <message>
        <source>First byte</source>
        <translation>Premier octet</translation>
    </message>
    <message>
        <source>Silence</source>
        <translation>Silence</translation>
    </message>
    <message>
        <source>as the environment says</source>
        <translation>selon l’environnement</translation>
    </message>
    <message>
        <source>Files at a &amp;time</source>
        <translation>Fi&amp;chiers simultanés</translation>
    </message>
    <message>
        <source>Wait for a &amp;connection</source>
        <translation>Attente de la connex&amp;ion</translation>
    </message>
    <message>
        <source>Wait for the &amp;first byte</source>
        <translation>Attente du premier oc&amp;tet</translation>
    </message>
    <message>
        <source>Wait during &amp;silence</source>
        <translation>Attente pendant le si&amp;lence</translation>
    </message>
    <message>
        <source>P&amp;roxy</source>
        <translation>P&amp;roxy</translation>
    </message>
    <message>
        <source>Jobs that &amp;failed</source>
        <translation>Tâches en éc&amp;hec</translation>
    </message>
    <message>
        <source>Jobs that &amp;wait for me to complete them</source>
        <translation>Tâches qui &amp;attendent que je les termine</translation>
    </message>
    <message>
        <source>Jobs that f&amp;inished</source>
        <translation>Tâches &amp;terminées</translation>
    </message>
    <message>
        <source>The desktop shows one bubble for each cause, and renews it at most once a minute.</source>
        <translation>Le bureau affiche une bulle par cause et la renouvelle au plus une fois par minute.</translation>
    </message>
    <message>
        <source>Go on in the &amp;tray when the window is closed and jobs are at work</source>
        <translation>Rester dans la &amp;zone de notification si la fenêtre est fermée et des tâches sont en cours</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Enregistrer</translation>
    </message>
    <message>
        <source>Restore &amp;defaults</source>
        <translation>Rétablir les valeurs par dé&amp;faut</translation>
    </message>
    <message>
        <source>The folder needs its whole path, such as /home/me/Downloads.</source>
        <translation>Il faut le chemin complet du dossier, par exemple /home/me/Downloads.</translation>
    </message>
    <message>
        <source>A server needs at least a second to answer.</source>
        <translation>Un serveur a besoin d’au moins une seconde pour répondre.</translation>
    </message>
    <message>
        <source>The settings keep no passwords: give the proxy without its sign-in here, and the sign-in to the job that needs it.</source>
        <translation>Les paramètres ne gardent aucun mot de passe&#xa0;: indiquez ici le proxy sans son identification, et donnez celle-ci à la tâche qui en a besoin.</translation>
    </message>
    <message>
        <source>This is no address of a proxy. One looks like proxy.example.org:3128.</source>
        <translation>Ce n’est pas une adresse de proxy. Exemple&#xa0;: proxy.example.org:3128.</translation>
    </message>
    <message>
        <source>Folder for new jobs</source>
        <translation>Dossier des nouvelles tâches</translation>
    </message>
</context>
<context>
    <name>haulwatch::Sidebar</name>
    <message>
        <source>Views</source>
        <translation>Vues</translation>
    </message>
    <message>
        <source>Save filter</source>
        <translation>Enregistrer le filtre</translation>
    </message>
    <message>
        <source>&amp;Name of the view that shows “%1”:</source>
        <translation>&amp;Nom de la vue qui affiche «&#xa0;%1&#xa0;»&#xa0;:</translation>
    </message>
    <message>
        <source>&amp;Save</source>
        <translation>&amp;Enregistrer</translation>
    </message>
    <message>
        <source>Saved</source>
        <translation>Enregistrés</translation>
    </message>
    <message>
        <source>&amp;Remove the saved filter</source>
        <translation>&amp;Supprimer le filtre enregistré</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <comment>view, number of jobs</comment>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>Problems by cause</source>
        <translation>Problèmes par cause</translation>
    </message>
    <message>
        <source>1 more</source>
        <translation>1 de plus</translation>
    </message>
    <message numerus="yes">
        <source>%Ln more</source>
        <comment>groups of problems</comment>
        <translation>
            <numerusform>%Ln de plus</numerusform>
            <numerusform>%Ln de plus</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>haulwatch::StatusBar</name>
    <message>
        <source>Speed of the last minute</source>
        <translation>Débit de la dernière minute</translation>
    </message>
    <message>
        <source>%1 selected</source>
        <translation>Sélection&#xa0;: %1</translation>
    </message>
    <message>
        <source>Speed of the last minute; %1 at most</source>
        <translation>Débit de la dernière minute&#xa0;; %1 au plus</translation>
    </message>
    <message>
        <source>%1 active</source>
        <translation>Actives&#xa0;: %1</translation>
    </message>
    <message>
        <source>%1 active · %2</source>
        <comment>jobs, speed</comment>
        <translation>Actives&#xa0;: %1 · %2</translation>
    </message>
    <message>
        <source>1 needs attention</source>
        <translation>1 demande votre attention</translation>
    </message>
    <message>
        <source>%1 need attention</source>
        <translation>%1 demandent votre attention</translation>
    </message>
    <message>
        <source>Sorting…</source>
        <translation>Tri en cours…</translation>
    </message>
    <message>
        <source>Order held while you read · sort now (F5)</source>
        <translation>Ordre figé pendant la lecture · trier maintenant (F5)</translation>
    </message>
    <message>
        <source>last update %1 ago — the engine does not answer</source>
        <translation>dernière mise à jour il y a %1 — le moteur ne répond pas</translation>
    </message>
    <message>
        <source>waiting for the engine</source>
        <translation>en attente du moteur</translation>
    </message>
    <message>
        <source>up to date</source>
        <translation>à jour</translation>
    </message>
    <message>
        <source>last change %1 ago</source>
        <translation>dernier changement il y a %1</translation>
    </message>
    <message>
        <source>%1 free on %2</source>
        <translation>%1 libres sur %2</translation>
    </message>
</context>
<context>
    <name>haulwatch::TimelineModel</name>
    <message>
        <source>Time</source>
        <translation>Heure</translation>
    </message>
    <message>
        <source>State</source>
        <translation>État</translation>
    </message>
    <message>
        <source>What happened</source>
        <translation>Événement</translation>
    </message>
</context>
<context>
    <name>haulwatch::TimelinePane</name>
    <message>
        <source>Timeline of the job</source>
        <translation>Chronologie de la tâche</translation>
    </message>
</context>
<context>
    <name>haulwatch::TimeoutsDialog</name>
    <message>
        <source>Connecting</source>
        <translation>Connexion</translation>
    </message>
    <message>
        <source>not at all</source>
        <translation>pas du tout</translation>
    </message>
    <message>
        <source>First byte</source>
        <translation>Premier octet</translation>
    </message>
    <message>
        <source>Silence</source>
        <translation>Silence</translation>
    </message>
    <message>
        <source>One attempt</source>
        <translation>Une tentative</translation>
    </message>
    <message>
        <source>any time</source>
        <translation>sans limite</translation>
    </message>
    <message>
        <source>All attempts together</source>
        <translation>Toutes les tentatives</translation>
    </message>
    <message>
        <source>Time-outs</source>
        <translation>Délais d’attente</translation>
    </message>
    <message>
        <source>&amp;Until connected</source>
        <translation>&amp;Jusqu’à la connexion</translation>
    </message>
    <message>
        <source>Until the &amp;first byte</source>
        <translation>Jusqu’au &amp;premier octet</translation>
    </message>
    <message>
        <source>Without a further &amp;byte</source>
        <translation>Sans nouvel &amp;octet</translation>
    </message>
    <message>
        <source>One &amp;attempt, in all</source>
        <translation>Une &amp;tentative, en tout</translation>
    </message>
    <message>
        <source>All attempts &amp;together</source>
        <translation>Toutes les tentatives &amp;ensemble</translation>
    </message>
    <message>
        <source>Only one attempt in all may take any time; the others need a limit.</source>
        <translation>Seule la durée totale d’une tentative peut être illimitée&#xa0;; les autres délais exigent une limite.</translation>
    </message>
    <message>
        <source>Holds from the next attempt on.</source>
        <translation>Vaut à partir de la prochaine tentative.</translation>
    </message>
    <message>
        <source>any rate</source>
        <translation>n’importe quel débit</translation>
    </message>
    <message>
        <source> KiB/s</source>
        <translation> Kio/s</translation>
    </message>
    <message>
        <source>&amp;Slowest rate meanwhile</source>
        <translation>Débit minimal pen&amp;dant ce temps</translation>
    </message>
</context>
<context>
    <name>haulwatch::TrayPresence</name>
    <message>
        <source>&amp;Show or hide the window</source>
        <translation>&amp;Afficher ou masquer la fenêtre</translation>
    </message>
    <message>
        <source>&amp;Add downloads…</source>
        <translation>&amp;Ajouter des téléchargements…</translation>
    </message>
    <message>
        <source>S&amp;uspend all</source>
        <translation>Tout &amp;suspendre</translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation>&amp;Quitter</translation>
    </message>
    <message>
        <source>Haulwatch</source>
        <translation>Haulwatch</translation>
    </message>
    <message>
        <source>Haulwatch: 1 job needs attention</source>
        <translation>Haulwatch&#xa0;: 1 tâche demande votre attention</translation>
    </message>
    <message>
        <source>Haulwatch: %1 jobs need attention</source>
        <translation>Haulwatch&#xa0;: %1 tâches demandent votre attention</translation>
    </message>
    <message>
        <source>Haulwatch goes on in the tray</source>
        <translation>Haulwatch reste dans la zone de notification</translation>
    </message>
    <message>
        <source>Jobs are still at work. “Quit” in the icon&apos;s menu ends the program; the settings say whether closing the window does. Click here to change it.</source>
        <translation>Des tâches sont encore en cours. «&#xa0;Quitter&#xa0;», dans le menu de l’icône, arrête le programme&#xa0;; les paramètres disent si fermer la fenêtre l’arrête aussi. Cliquez ici pour changer cela.</translation>
    </message>
</context>
<context>
    <name>haulwatch::TrustDialog</name>
    <message>
        <source>&amp;Stop trusting</source>
        <translation>&amp;Ne plus faire confiance</translation>
    </message>
    <message>
        <source>Trusted certificates</source>
        <translation>Certificats de confiance</translation>
    </message>
    <message>
        <source>Server</source>
        <translation>Serveur</translation>
    </message>
    <message>
        <source>Since</source>
        <translation>Depuis</translation>
    </message>
    <message>
        <source>SHA-256</source>
        <translation>SHA-256</translation>
    </message>
    <message>
        <source>There are none: jobs trust whom this system trusts.</source>
        <translation>Il n’y en a aucun&#xa0;: les tâches suivent la confiance de ce système.</translation>
    </message>
    <message>
        <source>Jobs that were told so trust these besides whom this system trusts.</source>
        <translation>Les tâches réglées ainsi acceptent ces certificats en plus de ceux du système.</translation>
    </message>
    <message>
        <source>not readable</source>
        <translation>illisible</translation>
    </message>
    <message>
        <source>It cannot be deleted: %1</source>
        <translation>Suppression impossible&#xa0;: %1</translation>
    </message>
    <message>
        <source>%1 is no longer trusted; no job relied on it.</source>
        <translation>Confiance retirée à %1&#xa0;; aucune tâche n’en dépendait.</translation>
    </message>
    <message>
        <source>%1 is no longer trusted; %2 relied on it.</source>
        <comment>server, 3 jobs</comment>
        <translation>Confiance retirée à %1, dont dépendaient&#xa0;: %2.</translation>
    </message>
</context>
<context>
    <name>haulwatch::UndoBar</name>
    <message>
        <source>Undo</source>
        <translation>Annuler l’action</translation>
    </message>
    <message>
        <source>Now</source>
        <translation>Maintenant</translation>
    </message>
    <message>
        <source>1 job and all its files will be deleted in %1 s</source>
        <translation>1 tâche et tous ses fichiers seront supprimés dans %1&#xa0;s</translation>
    </message>
    <message numerus="yes">
        <source>%Ln jobs and all their files will be deleted in %1 s</source>
        <translation>
            <numerusform>%Ln tâche et tous ses fichiers seront supprimés dans %1&#xa0;s</numerusform>
            <numerusform>%Ln tâches et tous leurs fichiers seront supprimés dans %1&#xa0;s</numerusform>
        </translation>
    </message>
    <message>
        <source>1 job will be completed without its unfinished files in %1 s</source>
        <translation>1 tâche sera terminée sans ses fichiers inachevés dans %1&#xa0;s</translation>
    </message>
    <message numerus="yes">
        <source>%Ln jobs will be completed without their unfinished files in %1 s</source>
        <translation>
            <numerusform>%Ln tâche sera terminée sans ses fichiers inachevés dans %1&#xa0;s</numerusform>
            <numerusform>%Ln tâches seront terminées sans leurs fichiers inachevés dans %1&#xa0;s</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>haulwatch::WindowActions</name>
    <message>
        <source>&amp;Add downloads…</source>
        <translation>&amp;Ajouter des téléchargements…</translation>
    </message>
    <message>
        <source>&amp;Paste addresses…</source>
        <translation>C&amp;oller des adresses…</translation>
    </message>
    <message>
        <source>&amp;Settings…</source>
        <translation>&amp;Paramètres…</translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation>&amp;Quitter</translation>
    </message>
    <message>
        <source>Select &amp;all</source>
        <translation>Tout sél&amp;ectionner</translation>
    </message>
    <message>
        <source>&amp;Rows as a table</source>
        <translation>&amp;Lignes en tableau</translation>
    </message>
    <message>
        <source>&amp;Names</source>
        <translation>&amp;Noms</translation>
    </message>
    <message>
        <source>&amp;Addresses</source>
        <translation>&amp;Adresses</translation>
    </message>
    <message>
        <source>&amp;Ids</source>
        <translation>&amp;ID</translation>
    </message>
    <message>
        <source>&amp;Diagnostics</source>
        <translation>&amp;Diagnostic</translation>
    </message>
    <message>
        <source>Next &amp;problem</source>
        <translation>&amp;Problème suivant</translation>
    </message>
    <message>
        <source>Pre&amp;vious problem</source>
        <translation>Pro&amp;blème précédent</translation>
    </message>
    <message>
        <source>Resume all &amp;with the same problem</source>
        <translation>Reprendre toutes celles au &amp;même problème</translation>
    </message>
    <message>
        <source>&amp;Trusted certificates…</source>
        <translation>Certificats de con&amp;fiance…</translation>
    </message>
    <message>
        <source>&amp;Filter</source>
        <translation>&amp;Filtrer</translation>
    </message>
    <message>
        <source>Sa&amp;ve filter…</source>
        <translation>Enre&amp;gistrer le filtre…</translation>
    </message>
    <message>
        <source>Sort &amp;now</source>
        <translation>Trier &amp;maintenant</translation>
    </message>
    <message>
        <source>&amp;Sidebar</source>
        <translation>&amp;Barre latérale</translation>
    </message>
    <message>
        <source>&amp;Details</source>
        <translation>&amp;Détails</translation>
    </message>
    <message>
        <source>Details on the ri&amp;ght of a wide window</source>
        <translation>Détails à d&amp;roite si la fenêtre est large</translation>
    </message>
    <message>
        <source>&amp;Toolbar</source>
        <translation>Barre d’&amp;outils</translation>
    </message>
    <message>
        <source>&amp;Columns…</source>
        <translation>&amp;Colonnes…</translation>
    </message>
    <message>
        <source>Next &amp;region</source>
        <translation>&amp;Zone suivante</translation>
    </message>
    <message>
        <source>&amp;Previous region</source>
        <translation>Zone &amp;précédente</translation>
    </message>
    <message>
        <source>&amp;Keys</source>
        <translation>&amp;Raccourcis clavier</translation>
    </message>
    <message>
        <source>Try the &amp;demo</source>
        <translation>Essayer la &amp;démo</translation>
    </message>
    <message>
        <source>&amp;About Haulwatch</source>
        <translation>À &amp;propos de Haulwatch</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>Ajouter</translation>
    </message>
    <message>
        <source>Add downloads</source>
        <translation>Ajouter des téléchargements</translation>
    </message>
    <message>
        <source>&amp;File</source>
        <translation>&amp;Fichier</translation>
    </message>
    <message>
        <source>&amp;Jobs</source>
        <translation>&amp;Tâches</translation>
    </message>
    <message>
        <source>C&amp;opy</source>
        <translation>C&amp;opier</translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation>&amp;Affichage</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation>A&amp;ide</translation>
    </message>
    <message>
        <source>Group &amp;by cause</source>
        <translation>Gro&amp;uper par cause</translation>
    </message>
    <message>
        <source>Propert&amp;ies</source>
        <translation>Propr&amp;iétés</translation>
    </message>
    <message>
        <source>N&amp;ext tab</source>
        <translation>O&amp;nglet suivant</translation>
    </message>
    <message>
        <source>Previo&amp;us tab</source>
        <translation>Ongle&amp;t précédent</translation>
    </message>
</context>
</TS>
